package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What deciding a command gives: events to append, possibly none, or a refusal. */
public sealed interface Decision {

  /**
   * An event about to be written.
   *
   * @param incidentId the incident it belongs to, null for events of a unit alone
   * @param at when it happened, which may be before it is written
   */
  record Draft(@Nullable IncidentId incidentId, Instant at, DispatchEvent event) {}

  /** The events, in the order they are to be written. */
  record Accepted(List<Draft> drafts) implements Decision {
    public Accepted {
      drafts = List.copyOf(drafts);
    }
  }

  record Refused(Refusal refusal) implements Decision {}

  static Decision refused(RefusalCode code, String detail) {
    return new Refused(new Refusal(code, detail));
  }

  static Decision accepted(List<Draft> drafts) {
    return new Accepted(drafts);
  }

  /** Agreed, and nothing is to be changed. */
  static Decision nothing() {
    return new Accepted(List.of());
  }
}
