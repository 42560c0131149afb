package io.dispatch120.dispatch.importing.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a column of a list can be. The names are those of mapping files. */
public enum Field {
  ID("id"),
  NAME("name"),
  LNG("lng"),
  LAT("lat"),
  POSITION("position"),
  ADDRESS("address", true),
  BUILDING("building"),
  FLOOR("floor"),
  PLACEMENT("placement", true),
  HOURS("hours"),
  HOURS_TEXT("hoursText"),
  HOURS_REMARK("hoursRemark", true),
  DAYS("days"),
  FROM("from"),
  TO("to"),
  WEEKDAYS_FROM("weekdaysFrom"),
  WEEKDAYS_TO("weekdaysTo"),
  MONDAY_FROM("mondayFrom"),
  MONDAY_TO("mondayTo"),
  TUESDAY_FROM("tuesdayFrom"),
  TUESDAY_TO("tuesdayTo"),
  WEDNESDAY_FROM("wednesdayFrom"),
  WEDNESDAY_TO("wednesdayTo"),
  THURSDAY_FROM("thursdayFrom"),
  THURSDAY_TO("thursdayTo"),
  FRIDAY_FROM("fridayFrom"),
  FRIDAY_TO("fridayTo"),
  SATURDAY_FROM("saturdayFrom"),
  SATURDAY_TO("saturdayTo"),
  SUNDAY_FROM("sundayFrom"),
  SUNDAY_TO("sundayTo"),
  HOLIDAYS_FROM("holidaysFrom"),
  HOLIDAYS_TO("holidaysTo"),
  ACCESS("access"),
  READINESS("readiness"),
  LAST_CHECKED("lastCheckedAt"),
  PADS_EXPIRY("padsExpiry"),
  BATTERY_EXPIRY("batteryExpiry"),
  COUNT("count"),
  CUSTODIAN("custodian"),
  CUSTODIAN_PHONE("custodianPhone"),
  SOURCE("source"),
  CALLSIGN("callsign"),
  PLATE("plate"),
  CAPABILITIES("capabilities", true),
  STATION("station"),
  PHONE("phone"),
  ACCREDITATION("accreditation"),
  MEDIAN_ARRIVAL_TO_WIRE("medianArrivalToWireMinutes"),
  CONTACT("contact", true),
  CONTACT_PHONE("contactPhone", true),
  CONTACT_CHANNEL("contactChannel", true),
  SKILLS("skills", true),
  CERTIFIED_UNTIL("certifiedUntil"),
  CONSENT("consent"),
  RADIUS("radiusMeters"),
  DISTRICT("district"),
  ALIASES("aliases", true),
  CATEGORY("category");

  private static final Map<String, Field> BY_NAME = byName();

  private final String fileName;
  private final boolean several;

  Field(String fileName) {
    this(fileName, false);
  }

  Field(String fileName, boolean several) {
    this.fileName = fileName;
    this.several = several;
  }

  private static Map<String, Field> byName() {
    Map<String, Field> fields = new HashMap<>();
    for (Field field : values()) {
      fields.put(field.fileName, field);
    }
    return Map.copyOf(fields);
  }

  /** As in mapping files. */
  public String fileName() {
    return fileName;
  }

  /** Whether several columns may be it together. */
  public boolean several() {
    return several;
  }

  public static Optional<Field> find(String fileName) {
    return Optional.ofNullable(BY_NAME.get(fileName));
  }
}
