package io.dispatch120.dispatch.importing.hours;

import java.util.List;

/**
 * What the columns of a row say about hours; empty texts where they say nothing.
 *
 * @param text hours in words
 * @param spans from and to for groups of days, each in columns of its own
 * @param hasDays whether the list has a column for days
 * @param days in words, for {@code from} and {@code to}
 * @param remark on the hours
 */
public record HoursCells(
    String text,
    List<DaySpan> spans,
    boolean hasDays,
    String days,
    String from,
    String to,
    String remark) {

  /**
   * @param days in OpenStreetMap notation, such as {@code Mo-Fr}
   * @param label what the list calls them
   */
  public record DaySpan(String days, String label, String from, String to) {}

  public HoursCells {
    spans = List.copyOf(spans);
  }

  public static HoursCells ofText(String text) {
    return new HoursCells(text, List.of(), false, "", "", "", "");
  }
}
