package io.dispatch120.dispatch.importing.hours;

import io.dispatch120.dispatch.importing.hours.HoursCells.DaySpan;
import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a row from whatever columns it has. What cannot be read stays text, and the hours are
 * unknown; nothing is ever taken for open on a guess:
 *
 * <ul>
 *   <li>{@code 00:00–00:00} is closed when another group of days of the row has real hours, all day
 *       when the remark says so, and unknown else.
 *   <li>A group without times is not open.
 *   <li>A remark that may restrict the hours and is not understood makes them unknown.
 * </ul>
 *
 * Remembers what it has read; used by one thread.
 */
public final class HoursReader {
  /** Words of remarks that speak of times; others, such as whom to ask, leave the hours alone. */
  private static final Pattern ON_TIMES =
      Pattern.compile(
          "(?i)[时時点點假休停关關闭閉班课課周週星曜季夏冬寒暑]|除|依|按|限|不|以外|\\d{1,2}[:：]\\d{2}|\\d\\s*(?:[-~–]|am|pm|uhr)|"
              + "clos|only|except|holiday|season|hours|geschl|feier|ferien|nur|pause");

  private static final String UNREAD = "the hours cannot be read: kept as text, shown as unknown";

  private static final Pattern ZERO =
      Pattern.compile("0?0[:：]?00(?:[:：]00)?\\s*-\\s*0?0[:：]?00(?:[:：]00)?");
  private static final Pattern DAYS = Pattern.compile("[A-Z]");

  /** Lists of thousands of rows hold some dozens of different hours. */
  private static final int REMEMBERED = 5_000;

  private final Map<String, Optional<String>> known = new HashMap<>();

  public Hours read(HoursCells cells) {
    String text = text(cells);
    if (text == null) {
      return Hours.NONE;
    }
    Hours hours = withoutRemark(cells, text);
    return withRemark(hours, cells.remark(), text);
  }

  private Hours withoutRemark(HoursCells cells, String text) {
    List<DaySpan> given =
        cells.spans().stream().filter(s -> Texts.orNull(s.from() + s.to()) != null).toList();
    if (!given.isEmpty()) {
      return ofSpans(given, cells.remark(), text);
    }
    if (Texts.orNull(cells.from() + cells.to()) != null) {
      String days = Texts.orNull(cells.days());
      if (cells.hasDays() && days == null) {
        return new Hours(null, text, "hours without days: shown as unknown");
      }
      return read((days == null ? "" : days + " ") + range(cells.from(), cells.to()), text);
    }
    String words =
        Stream.of(cells.days(), cells.text())
            .map(Texts::orNull)
            .filter(Objects::nonNull)
            .reduce("", (a, b) -> (a + " " + b).strip());
    return words.isEmpty() ? new Hours(null, text, null) : read(words, text);
  }

  private Hours read(String words, String text) {
    return find(words)
        // Only when it is closed says nothing of when it is open.
        .filter(osm -> osm.equals("off") || !onlyOff(osm))
        .map(osm -> new Hours(osm, text, null))
        .orElseGet(() -> new Hours(null, text, UNREAD));
  }

  private Optional<String> find(String words) {
    Optional<String> before = known.get(words);
    if (before != null) {
      return before;
    }
    Optional<String> found = HoursText.find(words);
    if (known.size() < REMEMBERED) {
      known.put(words, found);
    }
    return found;
  }

  private static boolean onlyOff(String osm) {
    return Stream.of(osm.split("; ")).allMatch(rule -> rule.endsWith("off"));
  }

  private static String range(String from, String to) {
    String start = Texts.plain(from);
    String end = Texts.plain(to);
    return end.isEmpty() ? start : start.isEmpty() ? end : start + "-" + end;
  }

  private Hours ofSpans(List<DaySpan> spans, String remark, String text) {
    List<String> rules = new ArrayList<>();
    List<DaySpan> zero = new ArrayList<>();
    boolean real = false;
    for (DaySpan span : spans) {
      String range = range(span.from(), span.to());
      if (isZero(range)) {
        zero.add(span);
        continue;
      }
      Optional<String> found = find(range);
      if (found.isEmpty() || found.get().contains(";") || DAYS.matcher(found.get()).find()) {
        return new Hours(null, text, UNREAD);
      }
      String when = found.get().equals("24/7") ? "00:00-24:00" : found.get();
      real |= !when.equals("00:00-24:00") && !when.equals("off");
      rules.add(span.days() + " " + when);
    }
    if (!zero.isEmpty()) {
      boolean allDay = find(remark).filter("24/7"::equals).isPresent();
      if (allDay && rules.isEmpty()) {
        return new Hours("24/7", text, null);
      }
      if (!real) {
        return new Hours(null, text, "00:00-00:00 may mean closed or all day: shown as unknown");
      }
      zero.forEach(span -> rules.add(span.days() + " off"));
    }
    return new Hours(always(rules) ? "24/7" : String.join("; ", rules), text, null);
  }

  private static boolean always(List<String> rules) {
    return rules.stream().allMatch(rule -> rule.endsWith(" 00:00-24:00"))
        && List.of("Mo-Fr", "Sa", "Su").stream()
            .allMatch(days -> rules.contains(days + " 00:00-24:00"));
  }

  private static boolean isZero(String range) {
    return ZERO.matcher(range).matches();
  }

  private Hours withRemark(Hours hours, String remark, String text) {
    String said = Texts.orNull(remark);
    if (said == null) {
      return hours;
    }
    Optional<String> understood = find(said);
    if (hours.osm() == null) {
      // A remark may say all of it, but does not mend what the columns got wrong.
      return hours.warning() == null ? read(said, text) : hours;
    }
    if (understood.isPresent()) {
      String osm = understood.get();
      if (osm.equals(hours.osm())) {
        return hours;
      }
      return onlyOff(osm)
          ? new Hours(hours.osm() + "; " + osm, text, null)
          : new Hours(null, text, "hours and remark differ: shown as unknown");
    }
    return ON_TIMES.matcher(said).find()
        ? new Hours(
            null, text, "a remark on the hours cannot be read: kept as text, shown as unknown")
        : hours;
  }

  private static @Nullable String text(HoursCells cells) {
    List<String> parts = new ArrayList<>();
    add(parts, cells.text());
    for (DaySpan span : cells.spans()) {
      String range = range(span.from(), span.to());
      if (Texts.orNull(range) != null) {
        parts.add(span.label() + " " + range);
      }
    }
    add(parts, (Texts.plain(cells.days()) + " " + range(cells.from(), cells.to())).strip());
    add(parts, cells.remark());
    return parts.isEmpty() ? null : Texts.cut(String.join("; ", parts), 500);
  }

  private static void add(List<String> parts, String text) {
    String said = Texts.orNull(text);
    if (said != null && !parts.contains(said)) {
      parts.add(said);
    }
  }
}
