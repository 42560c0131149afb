package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.hospital.ServiceName;
import io.dispatch120.geo.api.OpeningHours.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Where a patient goes on to for PCI: the soonest wire, a capacity notice counting as time. */
record TransferChoice(DestinationQuestion question, AdviceSums sums) {

  /**
   * @param seconds of the way there; null when it is not known
   */
  record Onward(Candidate to, @Nullable Double seconds) {
    /** It surely has PCI at this hour. */
    boolean sure() {
      return to.stateOf(ServiceName.PCI) == State.OPEN;
    }
  }

  /** Empty when no other hospital may have PCI. */
  Optional<Onward> find(Candidate from) {
    return question.hospitals().stream()
        .filter(to -> !to.id().equals(from.id()))
        .filter(to -> to.stateOf(ServiceName.PCI) != State.CLOSED)
        .map(to -> new Onward(to, seconds(from, to)))
        .min(
            Comparator.comparing((Onward on) -> !on.sure())
                .thenComparing(this::weighed, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(on -> on.to().id().value()));
  }

  private @Nullable Double seconds(Candidate from, Candidate to) {
    OptionalDouble known = question.transfers().seconds(from.id(), to.id());
    return known.isPresent() ? known.getAsDouble() : null;
  }

  private @Nullable Double weighed(Onward onward) {
    Double seconds = onward.seconds();
    return seconds == null
        ? null
        : seconds + sums.arrivalToWire(onward.to()) + sums.handicap(onward.to());
  }

  void addReasons(List<Reason> reasons, Optional<Onward> chosen) {
    if (chosen.isEmpty()) {
      reasons.add(Reason.of("no_pci_to_transfer_to"));
      return;
    }
    Onward onward = chosen.get();
    if (!onward.sure()) {
      reasons.add(Reason.of("transfer_hours_unknown", "capability", ServiceName.PCI));
    }
    if (onward.seconds() == null) {
      reasons.add(Reason.of("transfer_time_unknown"));
    }
    AdviceSums.addNotice(reasons, "transfer_capacity_notice", onward.to());
  }
}
