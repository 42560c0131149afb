package io.dispatch120.dispatch.alert;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import java.time.Duration;

/** The deadlines a centre may set, with their defaults and where those come from. */
public enum Limit {
  ASSIGNMENT_UNACKNOWLEDGED(30, "project default: half of the minute NFPA 1710 allows for turnout"),
  ASSIGNMENT_UNACKNOWLEDGED_AGAIN(60, "project default; NFPA 1710 turnout 60 s"),
  NOTICE_UNACKNOWLEDGED(30, "project default"),
  NOT_EN_ROUTE_WARNING(90, "project default: half of the national target"),
  NOT_EN_ROUTE(180, "national target for 2025: vehicle out within 3 min for 95 %"),
  WAITING_P1(60, "NFPA 1225: 90 % processed within 60 s"),
  WAITING_OTHER(180, "project default"),
  CALL_BACK(900, "project default: call back every 15 min while waiting"),
  POSITION_UNKNOWN(60, "project default"),
  UNIT_STATIONARY(120, "project default"),
  NO_PATIENT_CONTACT(600, "project default"),
  CREW_WELFARE(1200, "project default"),
  HANDOVER_SLOW(1200, "project default"),
  PRE_ALERT_UNANSWERED(60, "project default: 60 s a level"),
  CASE_LEFT_OPEN(43_200, "project default: 12 h after closing");

  private final Target target;

  Limit(long seconds, String source) {
    this.target = new Target(Duration.ofSeconds(seconds), source);
  }

  public Target target() {
    return target;
  }
}
