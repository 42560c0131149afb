package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Notice;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arithmetic and the reasons that every kind of advice has in common. Immutable. */
final class AdviceSums {
  private final DestinationQuestion question;
  private final long spentSeconds;

  AdviceSums(DestinationQuestion question) {
    this.question = question;
    Instant contact = question.condition().firstMedicalContact();
    this.spentSeconds =
        contact == null ? 0 : Math.max(0, Duration.between(contact, question.now()).toSeconds());
  }

  long seconds(AdviceFigure figure) {
    return figure.secondsIn(question.targets());
  }

  long seconds(PathwayTargets target) {
    return target.in(question.targets()).limit().toSeconds();
  }

  /** A time from first medical contact, of what is still to come. */
  @Nullable Long fromContact(@Nullable Double remaining) {
    return remaining == null ? null : spentSeconds + Math.round(remaining);
  }

  @Nullable Instant at(@Nullable Double remaining) {
    return remaining == null ? null : question.now().plusSeconds(Math.round(remaining));
  }

  /** The hospital's own median, or what stands for one. */
  double arrivalToWire(Candidate hospital) {
    Integer median = hospital.medianArrivalToWireMinutes();
    return median == null ? seconds(AdviceFigure.ARRIVAL_TO_WIRE) : median * 60.0;
  }

  /** What a capacity notice counts as. */
  double handicap(Candidate hospital) {
    return hospital.notice() == null ? 0 : seconds(AdviceFigure.NOTICE_HANDICAP);
  }

  static Ranked.Availability availability(State state) {
    return switch (state) {
      case OPEN -> Ranked.Availability.SURE;
      case UNKNOWN -> Ranked.Availability.UNKNOWN;
      case CLOSED -> Ranked.Availability.NONE;
    };
  }

  /** What has to be said of a service that is not surely there; nothing when it is. */
  static void addService(List<Reason> reasons, Candidate hospital, String service) {
    State state = hospital.stateOf(service);
    if (state == State.UNKNOWN) {
      reasons.add(Reason.of("hours_unknown", "capability", service));
    } else if (state == State.CLOSED) {
      reasons.add(
          Reason.of(
              hospital.has(service) ? "capability_closed" : "capability_missing",
              "capability",
              service));
    }
  }

  /** What speaks against the hospital itself, and what has been lost already. */
  List<Reason> common(Candidate hospital) {
    List<Reason> reasons = new ArrayList<>();
    addNotice(reasons, "capacity_notice", hospital);
    if (!hospital.reachableContacts()) {
      reasons.add(Reason.of("no_reachable_contact"));
    }
    if (hospital.travelSeconds() == null) {
      reasons.add(Reason.of("travel_unknown"));
    }
    Condition patient = question.condition();
    if (patient.firstMedicalContact() == null) {
      reasons.add(Reason.of("first_medical_contact_pending"));
    } else if (spentSeconds > 0) {
      reasons.add(Reason.of("minutes_spent", "minutes", minutes(spentSeconds)));
    }
    return reasons;
  }

  static void addNotice(List<Reason> reasons, String code, Candidate hospital) {
    Notice notice = hospital.notice();
    if (notice != null) {
      reasons.add(
          new Reason(code, Map.of("reason", notice.reason(), "until", notice.until().toString())));
    }
  }

  /** Within the target, or by how much it is missed; nothing when no time is known. */
  static void addTarget(List<Reason> reasons, @Nullable Long predicted, long target) {
    if (predicted != null) {
      reasons.add(
          predicted <= target
              ? new Reason("within_target", Map.of("targetMinutes", minutes(target)))
              : new Reason(
                  "over_target",
                  Map.of(
                      "targetMinutes", minutes(target), "byMinutes", minutes(predicted - target))));
    }
  }

  void addArrivalToWire(List<Reason> reasons, Candidate hospital) {
    Integer median = hospital.medianArrivalToWireMinutes();
    if (median != null) {
      reasons.add(Reason.of("arrival_to_wire_median", "minutes", median));
      return;
    }
    reasons.add(
        new Reason(
            "arrival_to_wire_default",
            Map.of(
                "minutes",
                minutes(seconds(AdviceFigure.ARRIVAL_TO_WIRE)),
                "source",
                AdviceFigure.ARRIVAL_TO_WIRE.in(question.targets()).source())));
  }

  /** Rounded up: a minute that has begun is lost. */
  static long minutes(long seconds) {
    return Math.floorDiv(seconds + 59, 60L);
  }
}
