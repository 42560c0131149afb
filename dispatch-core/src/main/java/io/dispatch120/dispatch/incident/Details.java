package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What the dispatcher edits. {@code version} counts the edits of these fields only.
 *
 * @param priority null until triaged, which counts as P1
 * @param meetingPoint where the ambulance is met (等车地点)
 */
public record Details(
    @Nullable Priority priority,
    @Nullable Complaint complaint,
    @Nullable Personal address,
    @Nullable Personal meetingPoint,
    @Nullable Personal note,
    CallerWithPatient callerWithPatient,
    int version) {

  /** Before anything is known. */
  public static final Details EMPTY =
      new Details(null, null, null, null, null, CallerWithPatient.UNKNOWN, 0);

  public Priority effectivePriority() {
    return priority == null ? Priority.P1 : priority;
  }

  Details atVersion(int newVersion) {
    return new Details(
        priority, complaint, address, meetingPoint, note, callerWithPatient, newVersion);
  }

  Details with(Complaint newComplaint) {
    return new Details(
        priority, newComplaint, address, meetingPoint, note, callerWithPatient, version);
  }

  Details with(Priority newPriority) {
    return new Details(
        newPriority, complaint, address, meetingPoint, note, callerWithPatient, version);
  }
}
