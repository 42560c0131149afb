package io.dispatch120.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is printed once a node serves: where it is reached, who can sign in, what to be warned of.
 *
 * @param title such as {@code dispatch120 demo}
 * @param startMillis from the start of the process until ready
 * @param places where to go, in the order to be shown
 * @param accounts demo accounts; never real ones
 * @param warnings shown last, so that they are seen
 */
public record StartReport(
    String title,
    long startMillis,
    List<Place> places,
    List<Account> accounts,
    List<String> warnings) {

  /** A labelled URL, address or folder. */
  public record Place(String label, String where) {}

  /** A demo account with its well-known password. */
  public record Account(String user, String password, String purpose) {}

  public StartReport {
    places = List.copyOf(places);
    accounts = List.copyOf(accounts);
    warnings = List.copyOf(warnings);
  }

  /** The report as lines for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s is ready after %.1f s. Ctrl+C stops it.",
            title,
            startMillis / 1000.0));
    lines.add("");
    int labelWidth = places.stream().mapToInt(p -> p.label().length()).max().orElse(0);
    places.forEach(p -> lines.add("  " + pad(p.label(), labelWidth) + "  " + p.where()));
    if (!accounts.isEmpty()) {
      int userWidth = accounts.stream().mapToInt(a -> a.user().length()).max().orElse(0);
      int passwordWidth = accounts.stream().mapToInt(a -> a.password().length()).max().orElse(0);
      lines.add("");
      lines.add("  Demo accounts (user, password)");
      accounts.forEach(
          a ->
              lines.add(
                  "    "
                      + pad(a.user(), userWidth)
                      + "  "
                      + pad(a.password(), passwordWidth)
                      + "  "
                      + a.purpose()));
    }
    lines.add("");
    warnings.forEach(warning -> lines.add("WARNING: " + warning));
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
