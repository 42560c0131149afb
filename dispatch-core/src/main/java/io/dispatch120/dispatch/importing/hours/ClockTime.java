package io.dispatch120.dispatch.importing.hours;

import java.util.regex.Matcher;

/** A moment of the day from its parts. */
final class ClockTime {
  private static final int NOON = 12;

  private ClockTime() {}

  /**
   * @param time with the groups half, next, h, m and after
   * @return minutes since midnight, or -1 when the parts contradict each other
   */
  static int minutes(Matcher time) {
    int hour = Integer.parseInt(time.group("h"));
    String minute = time.group("m");
    int minutes = minute == null ? 0 : minute.equals("半") ? 30 : Integer.parseInt(minute);
    String half = time.group("half") == null ? time.group("after") : time.group("half");
    if (half != null) {
      hour = halved(hour, half);
    }
    if (time.group("next") != null) {
      hour += hour < 24 ? 24 : 0;
    }
    boolean within = hour >= 0 && (hour < 36 || (hour == 36 && minutes == 0));
    return within ? hour * 60 + minutes : -1;
  }

  private static int halved(int hour, String half) {
    boolean after =
        switch (half) {
          case "下午", "晚上", "夜间", "夜間", "傍晚", "午後", "pm", "p.m." -> true;
          default -> false;
        };
    boolean noon = half.equals("中午");
    if (noon) {
      return hour < 3 ? hour + NOON : hour;
    }
    if (hour > NOON) {
      // 下午 17:00 says it twice; 上午 17:00 contradicts itself.
      return after ? hour : -1;
    }
    if (after) {
      return hour == NOON
          ? (half.startsWith("晚") || half.startsWith("夜") ? 24 : NOON)
          : hour + NOON;
    }
    return hour == NOON && !half.equals("上午") && !half.equals("午前") ? 0 : hour;
  }
}
