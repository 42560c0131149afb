package io.dispatch120.dispatch.assignment;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit working for one incident (任务). Immutable; events fold it.
 *
 * @param patients whom it carries, when somebody said so; empty means that it follows from the
 *     incident
 * @param reasons why this unit was proposed when it was assigned
 * @param notice the last message to the crew that they must confirm (a cancel, a new address)
 */
public record Assignment(
    AssignmentId id,
    UnitId unitId,
    Map<Milestone, MilestoneTime> milestones,
    @Nullable HospitalId destination,
    List<PatientId> patients,
    List<String> reasons,
    @Nullable Personal overrideReason,
    @Nullable CrewNotice notice,
    @Nullable Ending ending) {

  /** How an assignment ended. */
  public enum EndingKind {
    CLEARED,
    DECLINED,
    CANCELLED
  }

  public record Ending(EndingKind kind, @Nullable Personal reason, Instant at) {}

  /**
   * What the crew has to confirm: {@code confirmed} once their device reports having received
   * {@code seq}.
   */
  public record CrewNotice(String kind, long seq, Instant at, boolean confirmed) {}

  public Assignment {
    milestones = Collections.unmodifiableMap(new EnumMap<>(milestones));
    patients = List.copyOf(patients);
    reasons = List.copyOf(reasons);
  }

  public boolean live() {
    return ending == null;
  }

  public boolean reached(Milestone milestone) {
    return milestones.containsKey(milestone);
  }

  public Optional<MilestoneTime> findTime(Milestone milestone) {
    return Optional.ofNullable(milestones.get(milestone));
  }

  /** Whether the unit has driven on from the scene. */
  public boolean leftScene() {
    return lastMilestone().compareTo(Milestone.TRANSPORTING) >= 0;
  }

  /** The furthest milestone reached; every assignment has at least {@code ASSIGNED}. */
  public Milestone lastMilestone() {
    Milestone last = Milestone.ASSIGNED;
    for (Milestone milestone : milestones.keySet()) {
      if (milestone.compareTo(last) > 0) {
        last = milestone;
      }
    }
    return last;
  }

  /** Whether it has to do with patients: it goes on, or the crew has been with one. */
  public boolean concernsPatients() {
    return live() || hadPatientContact();
  }

  /** Whether the crew has been with a patient; later steps imply it where the step was skipped. */
  public boolean hadPatientContact() {
    return milestones.keySet().stream()
        .anyMatch(
            m ->
                m.compareTo(Milestone.PATIENT_CONTACT) >= 0
                    && m.compareTo(Milestone.HANDED_OVER) <= 0);
  }

  /** The crew has not yet confirmed to know what it was told last. */
  public boolean noticePending() {
    return notice != null && !notice.confirmed();
  }

  public AssignmentStatus status() {
    if (ending != null && ending.kind() == EndingKind.DECLINED) {
      return AssignmentStatus.DECLINED;
    }
    if (ending != null && ending.kind() == EndingKind.CANCELLED) {
      return AssignmentStatus.CANCELLED;
    }
    return AssignmentStatus.valueOf(lastMilestone().name());
  }

  public Assignment with(Milestone milestone, MilestoneTime time) {
    Map<Milestone, MilestoneTime> all = new EnumMap<>(Milestone.class);
    all.putAll(milestones);
    all.put(milestone, time);
    return copy(all, destination, notice, ending);
  }

  public Assignment without(Milestone milestone) {
    Map<Milestone, MilestoneTime> all = new EnumMap<>(Milestone.class);
    all.putAll(milestones);
    all.remove(milestone);
    return copy(all, destination, notice, ending);
  }

  public Assignment ended(@Nullable Ending newEnding) {
    return copy(milestones, destination, notice, newEnding);
  }

  public Assignment to(HospitalId hospital) {
    return copy(milestones, hospital, notice, ending);
  }

  public Assignment notified(CrewNotice newNotice) {
    return copy(milestones, destination, newNotice, ending);
  }

  private Assignment copy(
      Map<Milestone, MilestoneTime> newMilestones,
      @Nullable HospitalId newDestination,
      @Nullable CrewNotice newNotice,
      @Nullable Ending newEnding) {
    return new Assignment(
        id,
        unitId,
        newMilestones,
        newDestination,
        patients,
        reasons,
        overrideReason,
        newNotice,
        newEnding);
  }
}
