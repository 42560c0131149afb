package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.hours.HoursCells;
import io.dispatch120.dispatch.importing.hours.HoursCells.DaySpan;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The columns of a list that speak of hours. */
final class AedHours {
  private record Group(String days, Field from, Field to) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("Mo-Fr", Field.WEEKDAYS_FROM, Field.WEEKDAYS_TO),
          new Group("Mo", Field.MONDAY_FROM, Field.MONDAY_TO),
          new Group("Tu", Field.TUESDAY_FROM, Field.TUESDAY_TO),
          new Group("We", Field.WEDNESDAY_FROM, Field.WEDNESDAY_TO),
          new Group("Th", Field.THURSDAY_FROM, Field.THURSDAY_TO),
          new Group("Fr", Field.FRIDAY_FROM, Field.FRIDAY_TO),
          new Group("Sa", Field.SATURDAY_FROM, Field.SATURDAY_TO),
          new Group("Su", Field.SUNDAY_FROM, Field.SUNDAY_TO),
          new Group("PH", Field.HOLIDAYS_FROM, Field.HOLIDAYS_TO));

  private static final Pattern START =
      Pattern.compile("(?i)(?:开始时间|開始時間|利用開始時間|起|开始|開始|[ _-]?(?:from|start|open|von))$");

  private final Mapping mapping;
  private final Map<Group, String> labels = new HashMap<>();

  AedHours(Mapping mapping) {
    this.mapping = mapping;
    GROUPS.forEach(
        group -> {
          if (mapping.has(group.from())) {
            labels.put(group, label(mapping.label(group.from())));
          }
        });
  }

  /** Whether the list has any. */
  boolean mapped() {
    return mapping.hasAny(Field.HOURS, Field.HOURS_TEXT, Field.FROM, Field.HOURS_REMARK)
        || GROUPS.stream().anyMatch(group -> mapping.has(group.from()));
  }

  HoursCells cells(Table.Row row) {
    List<DaySpan> spans = new ArrayList<>();
    for (Group group : GROUPS) {
      String label = labels.get(group);
      if (label != null) {
        spans.add(
            new DaySpan(
                group.days(),
                label,
                mapping.text(row, group.from()),
                mapping.text(row, group.to())));
      }
    }
    String hours = mapping.text(row, Field.HOURS);
    return new HoursCells(
        hours.isEmpty() ? mapping.text(row, Field.HOURS_TEXT) : hours,
        spans,
        mapping.has(Field.DAYS),
        mapping.text(row, Field.DAYS),
        mapping.text(row, Field.FROM),
        mapping.text(row, Field.TO),
        mapping.text(row, Field.HOURS_REMARK));
  }

  /** {@code 周六起} is about 周六. */
  private static String label(String column) {
    return START.matcher(column).replaceAll("").strip();
  }
}
