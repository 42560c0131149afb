package io.dispatch120.dispatch.api;

/**
 * Why an alert is raised. The tier says how loud: 1 sounds and stays on top until owned, 2 shows, 3
 * lists. {@code NOT_EN_ROUTE} and repeated alerts grow louder by level, so the tier in force is the
 * alert's own.
 */
public enum AlertKind {
  ASSIGNMENT_UNACKNOWLEDGED(1),
  /** A cancel or a new address that the crew has not confirmed to have received. */
  NOTICE_UNACKNOWLEDGED(1),
  /** The unit was assigned although its device is not connected: call the crew. */
  CREW_NOT_CONNECTED(1),
  NOT_EN_ROUTE(2),
  INCIDENT_WAITING(1),
  POSITION_UNKNOWN(1),
  CALL_DROPPED(2),
  CALL_BACK_DUE(2),
  UNIT_STATIONARY(2),
  NO_PATIENT_CONTACT(2),
  CREW_WELFARE(2),
  HANDOVER_SLOW(3),
  LOCATION_CONFLICT(1),
  DATUM_SUSPECTED(1),
  DURESS(1),
  /** A level of a hospital has not answered; the ladder goes on by itself, no alert is raised. */
  PRE_ALERT_UNANSWERED(1),
  /** The hospital cannot take the patient: another one has to be chosen. */
  PRE_ALERT_REFUSED(1),
  /** Somebody on a hospital's ladder can only be told by telephone. */
  ESCALATION_CALL_DUE(1),
  /** A text message to a hospital could not be delivered: telephone. */
  PAGE_FAILED(2),
  /** A STEMI that no hospital has been told of. */
  DESTINATION_NEEDED(1),
  /** Four fifths of a chest-pain target have passed. */
  TARGET_WARNING(2),
  TARGET_BREACHED(2),
  /** A chest-pain case that nobody concluded long after its incident was closed; raises nothing. */
  CASE_LEFT_OPEN(3),
  ESCALATION_EXHAUSTED(1),
  STORAGE(1);

  private final int tier;

  AlertKind(int tier) {
    this.tier = tier;
  }

  /** The tier at which the alert starts. */
  public int tier() {
    return tier;
  }
}
