package io.dispatch120.dispatch.importing.place;

import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates as lists write them: {@code 112.9}, {@code 50,94} (a comma for the point), degrees
 * with minutes and seconds under whatever quotes were at hand, {@code 东经}, {@code N}, full-width
 * digits; two in one cell with or without brackets. Pure; linear in the length.
 */
public final class CoordinateText {
  /** Longer than two coordinates in degrees, minutes and seconds with all their words. */
  private static final int MAX_LENGTH = 120;

  private static final String NUMBER = "[+-]?\\d{1,9}(?:\\.\\d{1,20})?";
  private static final Pattern DECIMAL = Pattern.compile(NUMBER + "(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,3},\\d{2,20}");
  private static final Pattern DEGREES =
      Pattern.compile(
          "(?<sign>[+-]?)(?<d>\\d{1,3}(?:\\.\\d{1,20})?)\\s*[°:]\\s*"
              + "(?:(?<m>\\d{1,2}(?:\\.\\d{1,20})?)\\s*[':]?\\s*)?"
              + "(?:(?<s>\\d{1,2}(?:\\.\\d{1,20})?)\\s*[\"']?)?");
  private static final Pattern SPACED =
      Pattern.compile("([+-]?\\d{1,3}) +(\\d{1,2}) +(\\d{1,2}(?:\\.\\d{1,20})?)");
  private static final Pattern WORDS =
      Pattern.compile(
          "东经|東經|東経|北纬|北緯|西经|西經|西経|南纬|南緯|经度|經度|経度|纬度|緯度" + "|latitude|longitude|lat|lng|lon");

  /** One value, and what its letter says it is. */
  record Value(double degrees, Axis axis) {}

  enum Axis {
    LNG,
    LAT,
    UNKNOWN
  }

  private CoordinateText() {}

  /** One coordinate. */
  static Optional<Value> findValue(String text) {
    String bare = text.strip();
    if (DECIMAL.matcher(bare).matches()) {
      return Optional.of(new Value(Double.parseDouble(bare), Axis.UNKNOWN));
    }
    return text.length() > MAX_LENGTH ? Optional.empty() : value(unified(text));
  }

  /** Two coordinates of one cell, as they stand in it. */
  static Optional<List<Value>> findPair(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String inside =
        unified(text)
            .replaceAll("(?i)^(?:srid=\\d+;)?\\s*point", "")
            .replaceAll("[()\\[\\]{}]", " ")
            .strip();
    for (String between :
        new String[] {"\\s*[,;/|]\\s*", "\\s+(?=[+-]?\\d)", "(?<=[nsew])\\s*", "\\s+"}) {
      String[] parts = inside.split(between);
      if (parts.length == 2) {
        Optional<Value> first = value(parts[0].strip());
        Optional<Value> second = value(parts[1].strip());
        if (first.isPresent() && second.isPresent()) {
          return Optional.of(List.of(first.get(), second.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the cell holds two coordinates. */
  public static boolean isPair(String text) {
    return findPair(text).isPresent();
  }

  /** The number of a cell that holds one coordinate. */
  public static Optional<Double> findNumber(String text) {
    return findValue(text).map(Value::degrees);
  }

  private static String unified(String text) {
    return Texts.plain(
            // Before the general unification, which would tear some of these apart.
            text.replaceAll("[’‘′´`ʹ＇]", "'").replaceAll("[”“″〃＂]", "\"").replaceAll("[º˚∘]", "°"))
        .replaceAll("[′’‘]", "'")
        .replaceAll("[″”“]", "\"")
        .replace("''", "\"")
        .replace("度", "°")
        .replace("分", "'")
        .replace("秒", "\"")
        .replaceAll("[、，]", ",")
        .replace('−', '-')
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<Value> value(String given) {
    boolean negative = given.matches("[sw].*|.*[sw]|.*[南西].*") && !given.contains("-");
    String bare =
        WORDS
            .matcher(given)
            .replaceAll("")
            .replaceAll("^[:=\\s]+", "")
            .replaceAll("^[nsew]\\s*|\\s*[nsewo]$", "")
            .strip();
    return degrees(bare).map(d -> new Value(negative ? -d : d, axis(given)));
  }

  private static Optional<Double> degrees(String bare) {
    if (DECIMAL.matcher(bare).matches()) {
      return Optional.of(Double.parseDouble(bare));
    }
    if (DECIMAL_COMMA.matcher(bare).matches()) {
      return Optional.of(Double.parseDouble(bare.replace(',', '.')));
    }
    Matcher parts = DEGREES.matcher(SPACED.matcher(bare).replaceFirst("$1°$2'$3\""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    double minutes = part(parts, "m");
    double seconds = part(parts, "s");
    if (minutes >= 60 || seconds >= 60) {
      return Optional.empty();
    }
    double degrees = Double.parseDouble(parts.group("d")) + minutes / 60 + seconds / 3600;
    return Optional.of(parts.group("sign").equals("-") ? -degrees : degrees);
  }

  private static double part(Matcher parts, String name) {
    String text = parts.group(name);
    return text == null ? 0 : Double.parseDouble(text);
  }

  private static Axis axis(String given) {
    List<Axis> found = new ArrayList<>();
    if (given.matches(".*(?:^[ew]|[ewo]$|东经|東經|東経|西经|西經|西経|经度|經度|経度|lng|lon).*")) {
      found.add(Axis.LNG);
    }
    if (given.matches(".*(?:^[ns]|[ns]$|北纬|北緯|南纬|南緯|纬度|緯度|lat).*")) {
      found.add(Axis.LAT);
    }
    return found.size() == 1 ? found.get(0) : Axis.UNKNOWN;
  }
}
