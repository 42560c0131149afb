package io.dispatch120.dispatch.importing.hours;

import java.util.regex.Pattern;

/** Recognises hours that are in OpenStreetMap notation already; they are kept as they are. */
final class OsmHours {
  /** The longest value OpenStreetMap stores. */
  private static final int MAX_LENGTH = 255;

  private static final String DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)";
  private static final String DAYS =
      DAY
          + "(?:\\[-?[1-5](?:[,-][1-5]){0,4}])?(?:\\s?[-,]\\s?"
          + DAY
          + "(?:\\[-?[1-5](?:[,-][1-5]){0,4}])?){0,12}";
  private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  private static final String MONTHS =
      MONTH + "(?: \\d{1,2})?(?:\\s?[-,]\\s?(?:" + MONTH + "(?: \\d{1,2})?|\\d{1,2})){0,12}:?";
  private static final String TIME = "(?:[01]?\\d|2[0-9]|3[0-9]|4[0-8]):[0-5]\\d";
  private static final String TIMES =
      TIME + "\\s?-\\s?" + TIME + "\\+?(?:\\s?,\\s?" + TIME + "\\s?-\\s?" + TIME + "\\+?){0,6}";
  private static final Pattern RULE =
      Pattern.compile(
          "(?:24/7|(?:"
              + MONTHS
              + "\\s)?(?:"
              + DAYS
              + "(?:\\s|$))?(?:"
              + TIMES
              + "|off|closed|open|unknown)?)"
              + "(?:\\s?\"[^\"]{0,100}\")?");

  private OsmHours() {}

  /** Whether it is in the notation and in its best form: days as abbreviated, times in full. */
  static boolean isProper(String text) {
    return matches(text) && text.matches("(?:24/7|[A-Z][a-z]|PH|SH|off|\\d\\d:\\d\\d|[-,; ])*");
  }

  static boolean matches(String text) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      return false;
    }
    for (String rule : text.strip().split(";|\\|\\|", -1)) {
      String one = rule.strip();
      // Days without times are left to people: in hand-made lists they rarely mean all day.
      boolean tells = one.contains(":") || one.matches("(?s).*(?:24/7|off|closed|open|unknown).*");
      if (!one.isEmpty() && (!tells || !RULE.matcher(one).matches())) {
        return false;
      }
    }
    // Bare times are not its alone; who writes letters means it.
    return text.matches("(?s).*[A-Z].*");
  }
}
