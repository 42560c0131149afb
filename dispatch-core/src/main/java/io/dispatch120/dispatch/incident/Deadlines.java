package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.alert.Deadline;
import io.dispatch120.dispatch.alert.Episode;
import io.dispatch120.dispatch.alert.Limit;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is timed in an incident, as a pure function of its state. A deadline's generation
 * counts the episodes of its concern and the alerts it has brought: it changes exactly when the
 * deadline begins anew, and none ever comes back, so that each runs out once in effect.
 *
 * <p>{@code unit_stationary} is not here: it needs positions, which are no journal events.
 */
public final class Deadlines {
  private static final String SNOOZE = "snooze:";

  private Deadlines() {}

  /**
   * What happens when a deadline runs out: an alert is raised or repeated, or a snoozed one comes
   * back.
   *
   * @param concern what to alert about; null for a snooze
   * @param live the alert to repeat or bring back; null when one is to be raised
   */
  record Step(Deadline deadline, @Nullable Concern concern, @Nullable Alert live, int tier) {}

  /** A limit that counts from {@code base}, and the tier of the alert after it. */
  private record Next(Limit limit, Instant base, int tier) {}

  /** The deadlines of the incident, by id. The delay counts from {@code now}. */
  public static List<Deadline> of(Incident incident, CenterPolicy policy, Instant now) {
    return steps(incident, policy, now).stream().map(Step::deadline).toList();
  }

  /** The step whose time has come, unless something has overtaken it. */
  static Optional<Step> findStep(
      Incident incident, String timerId, int generation, CenterPolicy policy, Instant now) {
    return steps(incident, policy, now).stream()
        .filter(s -> s.deadline().id().equals(timerId) && s.deadline().generation() == generation)
        .findFirst();
  }

  private static List<Step> steps(Incident incident, CenterPolicy policy, Instant now) {
    List<Step> steps = new ArrayList<>();
    incident
        .episodes()
        .forEach(
            (concern, episode) -> {
              if (episode.lasting()) {
                step(incident, concern, episode, policy, now).ifPresent(steps::add);
              }
            });
    for (Alert alert : incident.alerts()) {
      Instant until = alert.snoozedUntil();
      if (alert.live() && until != null) {
        Deadline deadline = new Deadline(SNOOZE + alert.id(), alert.snoozes(), left(until, now));
        steps.add(new Step(deadline, null, alert, alert.tier()));
      }
    }
    steps.sort(Comparator.comparing(s -> s.deadline().id()));
    return steps;
  }

  private static Optional<Step> step(
      Incident incident, Concern concern, Episode episode, CenterPolicy policy, Instant now) {
    Alert live = incident.findLiveAlert(concern).orElse(null);
    int alerted =
        incident.alerts().stream()
            .filter(a -> a.concern().equals(concern))
            .mapToInt(Alert::level)
            .sum();
    if (TargetDeadlines.KINDS.contains(concern.kind())) {
      return live != null
          ? Optional.empty()
          : TargetDeadlines.due(incident, concern)
              .map(
                  due ->
                      new Step(
                          new Deadline(
                              concern.timerId(), episode.count() + alerted, left(due, now)),
                          concern,
                          null,
                          concern.kind().tier()));
    }
    return next(incident, concern, episode, live)
        .map(
            next -> {
              Duration delay = left(next.base().plus(policy.limit(next.limit())), now);
              Deadline deadline = new Deadline(concern.timerId(), episode.count() + alerted, delay);
              return new Step(deadline, concern, live, next.tier());
            });
  }

  private static Optional<Next> next(
      Incident incident, Concern concern, Episode episode, @Nullable Alert live) {
    AlertKind kind = concern.kind();
    int level = live == null ? 0 : live.level();
    return switch (kind) {
      case ASSIGNMENT_UNACKNOWLEDGED -> {
        Instant base = reached(incident, concern, Milestone.ASSIGNED);
        yield level == 0
            ? next(Limit.ASSIGNMENT_UNACKNOWLEDGED, base, kind.tier())
            : once(level == 1, Limit.ASSIGNMENT_UNACKNOWLEDGED_AGAIN, base, kind.tier());
      }
      case NOT_EN_ROUTE -> {
        Instant base = reached(incident, concern, Milestone.ASSIGNED);
        yield level == 0
            ? next(Limit.NOT_EN_ROUTE_WARNING, base, kind.tier())
            : once(level == 1, Limit.NOT_EN_ROUTE, base, 1);
      }
      case NOTICE_UNACKNOWLEDGED ->
          once(level == 0, Limit.NOTICE_UNACKNOWLEDGED, episode.since(), kind.tier());
      case INCIDENT_WAITING ->
          once(
              level == 0,
              episode.stage().equals("p1") ? Limit.WAITING_P1 : Limit.WAITING_OTHER,
              episode.since(),
              kind.tier());
      case CALL_BACK_DUE ->
          next(Limit.CALL_BACK, live == null ? episode.since() : live.soundedAt(), kind.tier());
      case POSITION_UNKNOWN ->
          once(level == 0, Limit.POSITION_UNKNOWN, episode.since(), kind.tier());
      case NO_PATIENT_CONTACT ->
          once(
              level == 0,
              Limit.NO_PATIENT_CONTACT,
              reached(incident, concern, Milestone.ON_SCENE),
              kind.tier());
      case CREW_WELFARE ->
          once(
              level == 0,
              Limit.CREW_WELFARE,
              reached(incident, concern, Milestone.valueOf(episode.stage())),
              kind.tier());
      case PRE_ALERT_UNANSWERED -> next(Limit.PRE_ALERT_UNANSWERED, episode.since(), kind.tier());
      case CASE_LEFT_OPEN -> next(Limit.CASE_LEFT_OPEN, episode.since(), kind.tier());
      case HANDOVER_SLOW ->
          once(
              level == 0,
              Limit.HANDOVER_SLOW,
              reached(incident, concern, Milestone.AT_HOSPITAL),
              kind.tier());
      case CREW_NOT_CONNECTED,
          CALL_DROPPED,
          UNIT_STATIONARY,
          LOCATION_CONFLICT,
          DATUM_SUSPECTED,
          DURESS,
          ESCALATION_EXHAUSTED,
          PRE_ALERT_REFUSED,
          ESCALATION_CALL_DUE,
          PAGE_FAILED,
          DESTINATION_NEEDED,
          TARGET_WARNING,
          TARGET_BREACHED,
          STORAGE ->
          Optional.empty();
    };
  }

  private static Optional<Next> next(Limit limit, Instant base, int tier) {
    return Optional.of(new Next(limit, base, tier));
  }

  private static Optional<Next> once(boolean due, Limit limit, Instant base, int tier) {
    return due ? next(limit, base, tier) : Optional.empty();
  }

  private static Instant reached(Incident incident, Concern concern, Milestone milestone) {
    return Optional.ofNullable(concern.assignmentId())
        .flatMap(incident::findAssignment)
        .flatMap((Assignment a) -> a.findTime(milestone))
        .map(MilestoneTime::recordedAt)
        .orElseThrow(() -> new IllegalStateException(concern + " without " + milestone));
  }

  private static Duration left(Instant due, Instant now) {
    Duration left = Duration.between(now, due);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
