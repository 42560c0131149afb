package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.Ranked.Availability;
import io.dispatch120.dispatch.chestpain.Ranked.Preference;
import io.dispatch120.dispatch.chestpain.TransferChoice.Onward;
import io.dispatch120.dispatch.hospital.ServiceName;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * STEMI without dissection. A hospital with PCI, sure or of unknown hours, is an option for primary
 * PCI; one without that could dissolve the clot is one for thrombolysis and transfer, where that is
 * allowed; any other is one for PCI after a transfer, which is seldom right and shown all the same.
 */
final class StemiOptions {
  private final DestinationQuestion question;
  private final AdviceSums sums;
  private final LysisRule rule;
  private final TransferChoice transfers;

  /** The soonest wire without a transfer in a hospital that surely can, from now; null if none. */
  private final @Nullable Double soonestWire;

  StemiOptions(DestinationQuestion question) {
    this.question = question;
    this.sums = new AdviceSums(question);
    this.rule = new LysisRule(question.condition(), question.targets());
    this.transfers = new TransferChoice(question, sums);
    this.soonestWire =
        question.hospitals().stream()
            .filter(hospital -> hospital.stateOf(ServiceName.PCI) == State.OPEN)
            .map(this::untilWire)
            .filter(Objects::nonNull)
            .min(Double::compare)
            .orElse(null);
  }

  List<Ranked> all() {
    List<Ranked> all = new ArrayList<>();
    for (Candidate hospital : question.hospitals()) {
      boolean pci = hospital.stateOf(ServiceName.PCI) != State.CLOSED;
      boolean lysis =
          hospital.stateOf(ServiceName.PCI) != State.OPEN
              && hospital.stateOf(ServiceName.THROMBOLYSIS) != State.CLOSED
              && rule.allows(needleAt(hospital));
      if (pci) {
        all.add(primaryPci(hospital));
      }
      if (lysis) {
        all.add(lysis(hospital));
      }
      if (!pci && !lysis) {
        all.add(pciAfterTransfer(hospital));
      }
    }
    return all;
  }

  private @Nullable Double untilWire(Candidate hospital) {
    Double travel = hospital.travelSeconds();
    return travel == null ? null : travel + sums.arrivalToWire(hospital);
  }

  private @Nullable Double untilNeedle(Candidate hospital) {
    Double travel = hospital.travelSeconds();
    return travel == null ? null : travel + sums.seconds(AdviceFigure.ARRIVAL_TO_NEEDLE);
  }

  /** Not before now, when the way is not known. */
  private Instant needleAt(Candidate hospital) {
    Instant at = sums.at(untilNeedle(hospital));
    return at == null ? question.now() : at;
  }

  private boolean inTime(@Nullable Double untilWire) {
    Long predicted = sums.fromContact(untilWire);
    return predicted != null && predicted <= sums.seconds(AdviceFigure.PCI_WITHIN);
  }

  private Ranked primaryPci(Candidate hospital) {
    Double remaining = untilWire(hospital);
    Long predicted = sums.fromContact(remaining);
    long target = sums.seconds(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING);
    Availability availability = AdviceSums.availability(hospital.stateOf(ServiceName.PCI));
    List<Reason> reasons = new ArrayList<>();
    AdviceSums.addService(reasons, hospital, ServiceName.PCI);
    addPciLimit(reasons, predicted);
    AdviceSums.addTarget(reasons, predicted, target);
    sums.addArrivalToWire(reasons, hospital);
    reasons.addAll(sums.common(hospital));
    boolean preferred = inTime(remaining) || question.condition().shockOrArrest();
    return new Ranked(
        availability,
        preferred ? Preference.PCI_IN_TIME : Preference.PCI_LATE,
        remaining == null ? null : remaining + sums.handicap(hospital),
        new DestinationOption(
            hospital.id(),
            Strategy.PRIMARY_PCI,
            null,
            hospital.travelSeconds(),
            null,
            predicted,
            sums.at(remaining),
            target,
            availability == Availability.SURE && predicted != null && predicted <= target,
            reasons));
  }

  private void addPciLimit(List<Reason> reasons, @Nullable Long predicted) {
    if (question.condition().shockOrArrest()) {
      reasons.add(Reason.of("shock_or_arrest"));
    }
    if (predicted != null) {
      long limit = sums.seconds(AdviceFigure.PCI_WITHIN);
      reasons.add(
          new Reason(
              predicted <= limit ? "pci_in_time" : "pci_too_late",
              Map.of(
                  "minutes",
                  AdviceSums.minutes(predicted),
                  "limitMinutes",
                  AdviceSums.minutes(limit))));
    }
  }

  /**
   * By way of a hospital that neither opens nor, for this patient, dissolves: time lost there, and
   * after everything else.
   */
  private Ranked pciAfterTransfer(Candidate hospital) {
    Optional<Onward> onward = transfers.find(hospital);
    Double remaining = onward.map(on -> untilWireBy(hospital, on)).orElse(null);
    Long predicted = sums.fromContact(remaining);
    long target = sums.seconds(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING_WITH_TRANSFER);
    List<Reason> reasons = new ArrayList<>();
    AdviceSums.addService(reasons, hospital, ServiceName.PCI);
    addWhyNoLysis(reasons, hospital);
    transfers.addReasons(reasons, onward);
    if (onward.isPresent()) {
      AdviceSums.addTarget(reasons, predicted, target);
      sums.addArrivalToWire(reasons, onward.get().to());
    }
    reasons.addAll(sums.common(hospital));
    return new Ranked(
        Availability.NONE,
        Preference.PCI_LATE,
        remaining == null ? null : remaining + sums.handicap(hospital),
        new DestinationOption(
            hospital.id(),
            Strategy.PRIMARY_PCI,
            onward.map(on -> on.to().id()).orElse(null),
            hospital.travelSeconds(),
            onward.map(Onward::seconds).orElse(null),
            predicted,
            sums.at(remaining),
            target,
            onward.isPresent() && onward.get().sure() && predicted != null && predicted <= target,
            reasons));
  }

  private @Nullable Double untilWireBy(Candidate hospital, Onward onward) {
    Double travel = hospital.travelSeconds();
    Double transfer = onward.seconds();
    return travel == null || transfer == null
        ? null
        : travel
            + sums.seconds(AdviceFigure.DOOR_IN_DOOR_OUT)
            + transfer
            + sums.arrivalToWire(onward.to());
  }

  /** Only where it would be the obvious question. */
  private void addWhyNoLysis(List<Reason> reasons, Candidate hospital) {
    if (hospital.stateOf(ServiceName.THROMBOLYSIS) != State.CLOSED) {
      reasons.addAll(rule.against(needleAt(hospital)));
    } else {
      AdviceSums.addService(reasons, hospital, ServiceName.THROMBOLYSIS);
    }
  }

  private Ranked lysis(Candidate hospital) {
    Double remaining = untilNeedle(hospital);
    Long predicted = sums.fromContact(remaining);
    long target = sums.seconds(PathwayTargets.FIRST_MEDICAL_CONTACT_TO_THROMBOLYSIS_START);
    Availability availability = AdviceSums.availability(hospital.stateOf(ServiceName.THROMBOLYSIS));
    boolean later = soonestWire != null && (remaining == null || remaining >= soonestWire);
    Optional<Onward> onward = transfers.find(hospital);
    List<Reason> reasons = new ArrayList<>();
    AdviceSums.addService(reasons, hospital, ServiceName.THROMBOLYSIS);
    reasons.addAll(rule.toWeigh());
    reasons.add(
        later
            ? Reason.of("later_than_pci")
            : inTime(soonestWire)
                ? Reason.of("pci_preferred")
                : Reason.of("pci_too_late_elsewhere"));
    AdviceSums.addTarget(reasons, predicted, target);
    addDiagnosis(reasons, remaining);
    transfers.addReasons(reasons, onward);
    addAfterwards(reasons);
    reasons.addAll(sums.common(hospital));
    return new Ranked(
        availability,
        rule.permitted() && !later && !inTime(soonestWire)
            ? Preference.LYSIS
            : Preference.LYSIS_OTHERWISE,
        remaining == null ? null : remaining + sums.handicap(hospital),
        new DestinationOption(
            hospital.id(),
            Strategy.THROMBOLYSIS_THEN_TRANSFER,
            onward.map(on -> on.to().id()).orElse(null),
            hospital.travelSeconds(),
            onward.map(Onward::seconds).orElse(null),
            predicted,
            sums.at(remaining),
            target,
            availability == Availability.SURE
                && rule.permitted()
                && predicted != null
                && predicted <= target,
            reasons));
  }

  private void addDiagnosis(List<Reason> reasons, @Nullable Double remaining) {
    if (question.condition().diagnosedAt() != null && remaining != null) {
      long since =
          question.now().getEpochSecond() - question.condition().diagnosedAt().getEpochSecond();
      reasons.add(
          new Reason(
              "diagnosis_to_needle",
              Map.of(
                  "minutes",
                  AdviceSums.minutes(Math.max(0, since) + Math.round(remaining)),
                  "targetMinutes",
                  AdviceSums.minutes(
                      sums.seconds(PathwayTargets.ECG_DIAGNOSIS_TO_THROMBOLYSIS_START)))));
    }
  }

  private void addAfterwards(List<Reason> reasons) {
    reasons.add(Reason.of("transfer_at_once"));
    reasons.add(
        new Reason(
            "reassess_for_rescue_pci",
            Map.of(
                "fromMinutes",
                AdviceSums.minutes(sums.seconds(AdviceFigure.RESCUE_FROM)),
                "untilMinutes",
                AdviceSums.minutes(sums.seconds(AdviceFigure.RESCUE_UNTIL)))));
  }
}
