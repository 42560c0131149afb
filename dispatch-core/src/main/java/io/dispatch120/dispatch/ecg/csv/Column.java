package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.ecg.wave.LeadNames;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds.
 *
 * @param name of the lead, or as written
 * @param unit nanovolts of a lead's 1.0, seconds of a time's; NaN when the file does not say
 */
record Column(Kind kind, String name, double unit) {
  enum Kind {
    LEAD,
    TIME,
    /** Numbers of rows. */
    INDEX,
    OTHER
  }

  private static final Set<String> TIMES =
      Set.of("time", "t", "sec", "secs", "second", "seconds", "millis", "milliseconds", "时间");

  private static final Set<String> INDEXES =
      Set.of("", "sample", "samples", "index", "n", "no", "nr", "row", "序号");

  /** A name with its unit in brackets, or behind a space or an underscore. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("(.{0,40}?)[\\s_]*[(\\[（]\\s*([^)\\]）]{1,12})\\s*[)\\]）]");

  private static final Pattern WITH_SUFFIX =
      Pattern.compile("(.{1,40}?)[\\s_]+(nV|[uµμ]V|mV|V|s|ms|[uµμ]s)", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 60;

  static Column of(String header) {
    String written = header.strip();
    if (written.length() > LONGEST) {
      return new Column(Kind.OTHER, written.substring(0, LONGEST), Double.NaN);
    }
    Column plain = named(written, null);
    if (plain.kind() != Kind.OTHER) {
      return plain;
    }
    for (Pattern pattern : new Pattern[] {WITH_UNIT, WITH_SUFFIX}) {
      Matcher parts = pattern.matcher(written);
      if (parts.matches()) {
        Column column = named(parts.group(1).strip(), parts.group(2).strip());
        if (column.kind() != Kind.OTHER) {
          return column;
        }
      }
    }
    return plain;
  }

  private static Column named(String name, @Nullable String unit) {
    String lead = LeadNames.find(name);
    if (lead != null) {
      return new Column(Kind.LEAD, lead, unit == null ? Double.NaN : nanovolts(unit));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (TIMES.contains(lower)) {
      return new Column(Kind.TIME, name, unit == null ? impliedSeconds(lower) : seconds(unit));
    }
    return new Column(INDEXES.contains(lower) ? Kind.INDEX : Kind.OTHER, name, Double.NaN);
  }

  /** Whether no other table has such a column; X, Y and Z stand in many. */
  boolean tellsEcg() {
    return kind == Kind.LEAD && !Set.of("X", "Y", "Z").contains(name);
  }

  private static double impliedSeconds(String name) {
    if (name.startsWith("milli")) {
      return 1e-3;
    }
    return name.startsWith("sec") ? 1 : Double.NaN;
  }

  /** With the unit that stands in a row of its own. */
  Column in(String written) {
    return switch (kind) {
      case LEAD -> new Column(kind, name, nanovolts(written));
      case TIME -> new Column(kind, name, seconds(written));
      default -> this;
    };
  }

  /** NaN when it is none. */
  static double nanovolts(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "nv" -> 1;
      case "uv", "\u00b5v", "\u03bcv", "微伏" -> 1e3;
      case "mv", "毫伏" -> 1e6;
      case "v" -> 1e9;
      default -> Double.NaN;
    };
  }

  /** NaN when it is none. */
  static double seconds(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "s", "sec", "second", "seconds", "秒" -> 1;
      case "ms", "millis", "毫秒" -> 1e-3;
      case "us", "\u00b5s", "\u03bcs", "微秒" -> 1e-6;
      default -> Double.NaN;
    };
  }
}
