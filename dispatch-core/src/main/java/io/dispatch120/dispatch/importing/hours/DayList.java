package io.dispatch120.dispatch.importing.hours;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Days as OpenStreetMap writes them: neighbours as a range, in the order of the week. */
final class DayList {
  private DayList() {}

  static String of(Collection<String> days) {
    List<String> parts = new ArrayList<>();
    int day = 0;
    while (day < 7) {
      if (!days.contains(DayWords.WEEK.get(day))) {
        day++;
        continue;
      }
      int last = day;
      while (last < 6 && days.contains(DayWords.WEEK.get(last + 1))) {
        last++;
      }
      String from = DayWords.WEEK.get(day);
      String to = DayWords.WEEK.get(last);
      if (last == day) {
        parts.add(from);
      } else {
        parts.add(from + (last == day + 1 ? "," : "-") + to);
      }
      day = last + 1;
    }
    days.stream().filter(d -> d.contains("[")).forEach(parts::add);
    if (days.contains("PH")) {
      parts.add("PH");
    }
    return String.join(",", parts);
  }
}
