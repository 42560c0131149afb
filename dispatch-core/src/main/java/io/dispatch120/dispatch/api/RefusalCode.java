package io.dispatch120.dispatch.api;

/**
 * Why a command is not obeyed; the code is part of the external contract, the status its HTTP
 * answer.
 */
public enum RefusalCode {
  NOT_FOUND(404),
  UNIT_COMMITTED(409),
  UNIT_OUT_OF_SERVICE(409),
  UNIT_OFF_DUTY(409),
  MILESTONE_OUT_OF_ORDER(409),
  MILESTONE_NOT_REACHED(409),
  WITHDRAWAL_TOO_LATE(409),
  ASSIGNMENT_ENDED(409),
  INCIDENT_BUSY(409),
  INCIDENT_CLOSED(409),
  INCIDENT_OPEN(409),
  POSITION_UNKNOWN(409),
  CALL_NOT_LINKED(409),
  CALL_ALREADY_LINKED(409),
  NO_MOBILE_NUMBER(409),
  SILENT_CALLER(409),
  ALERT_CLEARED(409),
  /** Somebody was first; the answer that counts is in the words. */
  ALREADY_ANSWERED(409),
  /** The hospital is not asked any more. */
  ESCALATION_CANCELLED(409),
  /** The step has a time; to change it, say the new one. */
  MILESTONE_RECORDED(409),
  ECG_WITHDRAWN(409),
  /** A picture or a PDF is looked at; it has no samples to draw. */
  ECG_HAS_NO_WAVEFORM(409),
  /** The piece does not begin where the last one ended. */
  UPLOAD_OFFSET(409),
  /** The patient has as many files, or uploads, as there may be. */
  TOO_MANY_ECGS(409),
  /** What came is not what was announced: send the file again. */
  ECG_CHECKSUM(422),
  /** No ECG that can be read; the words say what to send. */
  ECG_UNREADABLE(422),
  /** As many roads are closed as a centre may have; one has to be opened first. */
  TOO_MANY_CLOSURES(409),
  /** Whoever proposed a triage card may not approve it. */
  SAME_PERSON(409),
  /** A draft, withdrawn, or not the content that was approved. */
  CARD_NOT_IN_FORCE(409),
  /** Another version of the triage card is in force. */
  CARD_VERSION(409),
  TOO_MANY_PROPOSALS(409),
  VERSION_MISMATCH(412),
  /** A closure that meets no road of the map. */
  NO_ROAD_HERE(422),
  /** A value that only the state shows to be wrong, such as a time before the assignment. */
  INVALID_VALUE(422);

  private final int status;

  RefusalCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
