package io.dispatch120.dispatch.importing.hours;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words for days, longest first, so that the longer of two that begin alike is found. */
final class DayWords {
  static final List<String> WEEK = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
  static final List<String> WEEKDAYS = WEEK.subList(0, 5);
  static final List<String> WEEKEND = WEEK.subList(5, 7);
  private static final List<String> HOLIDAYS = List.of("PH");

  /** Marks days that public holidays are taken out of. */
  static final String NO_HOLIDAYS = "-PH";

  private static final Map<String, List<String>> WORDS = words();
  private static final List<Map.Entry<String, List<String>>> LONGEST_FIRST =
      WORDS.entrySet().stream()
          .sorted((a, b) -> Integer.compare(b.getKey().length(), a.getKey().length()))
          .toList();

  private DayWords() {}

  static List<Map.Entry<String, List<String>>> longestFirst() {
    return LONGEST_FIRST;
  }

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    weekdays(words);
    List<String> working = plus(WEEKDAYS, NO_HOLIDAYS);
    put(
        words,
        working,
        "工作日",
        "平日",
        "上班日",
        "上班时间",
        "上班時間",
        "werktags (mo-fr)",
        "workdays",
        "working days",
        "business days");
    put(words, WEEKDAYS, "weekdays", "weekday", "wochentags", "平常日");
    // German law counts Saturday among them.
    put(words, plus(WEEK.subList(0, 6), NO_HOLIDAYS), "werktags", "werktage", "werktäglich");
    put(
        words,
        WEEKEND,
        "周末",
        "週末",
        "weekends",
        "weekend",
        "wochenende",
        "am wochenende",
        "双休日",
        "雙休日",
        "六日");
    put(
        words,
        HOLIDAYS,
        "国定假日",
        "國定假日",
        "法定节假日",
        "法定節假日",
        "法定假日",
        "节假日",
        "節假日",
        "节日",
        "節日",
        "例假日",
        "祝日",
        "祝祭日",
        "祝",
        "公众假期",
        "公眾假期",
        "feiertagen",
        "feiertags",
        "feiertage",
        "feiertag",
        "sonn- und feiertags",
        "public holidays",
        "public holiday",
        "bank holidays",
        "holidays",
        "ph");
    words.put("sonn- und feiertags", List.of("Su", "PH"));
    put(words, plus(WEEKEND, "PH"), "假日", "休日", "周末节假日", "週末及假日");
    put(
        words,
        WEEK,
        "每天",
        "每日",
        "毎日",
        "天天",
        "全周",
        "全週",
        "全年",
        "全年无休",
        "全年無休",
        "年中无休",
        "年中無休",
        "无休",
        "無休",
        "365天",
        "365日",
        "daily",
        "every day",
        "everyday",
        "täglich",
        "all days",
        "7 days",
        "7 days a week",
        "全曜日");
    return words;
  }

  private static void weekdays(Map<String, List<String>> words) {
    String[][] named = {
      {"mo", "mon", "monday", "mondays", "mo.", "montag", "montags", "mon."},
      {"tu", "tue", "tues", "tuesday", "tuesdays", "di", "di.", "dienstag", "dienstags"},
      {"we", "wed", "wednesday", "wednesdays", "mi", "mi.", "mittwoch", "mittwochs"},
      {
        "th",
        "thu",
        "thur",
        "thurs",
        "thursday",
        "thursdays",
        "do",
        "do.",
        "donnerstag",
        "donnerstags"
      },
      {"fr", "fri", "friday", "fridays", "fr.", "freitag", "freitags"},
      {"sa", "sat", "saturday", "saturdays", "sa.", "samstag", "samstags", "sonnabend"},
      {"su", "sun", "sunday", "sundays", "so", "so.", "sonntag", "sonntags"}
    };
    String[] chinese = {"一", "二", "三", "四", "五", "六", "日天末"};
    String[] japanese = {"月", "火", "水", "木", "金", "土", "日"};
    for (int day = 0; day < 7; day++) {
      List<String> one = List.of(WEEK.get(day));
      put(words, one, named[day]);
      for (String week : new String[] {"周", "週", "星期", "礼拜", "禮拜"}) {
        for (char c : chinese[day].toCharArray()) {
          put(words, c == '末' ? WEEKEND : one, week + c);
        }
      }
      put(words, one, japanese[day], japanese[day] + "曜", japanese[day] + "曜日");
    }
  }

  private static void put(Map<String, List<String>> words, List<String> days, String... names) {
    for (String name : names) {
      words.put(name, days);
    }
  }

  private static List<String> plus(List<String> days, String more) {
    List<String> all = new ArrayList<>(days);
    all.add(more);
    return List.copyOf(all);
  }
}
