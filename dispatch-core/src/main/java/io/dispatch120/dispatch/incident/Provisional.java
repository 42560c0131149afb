package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.Decision.Draft;
import java.util.List;
import java.util.Optional;

/**
 * The state as it will be once drafts are committed, with stamps foreseen: sequence numbers are at
 * least these and recorded times near these, all else is exact.
 */
public final class Provisional {
  private Provisional() {}

  /** The state after further drafts; the same one when there are none. */
  static Incident of(Incident before, List<Draft> drafts, Moment moment) {
    return drafts.isEmpty() ? before : apply(Optional.of(before), drafts, moment);
  }

  /**
   * Folds drafts of one incident, in their order.
   *
   * @param before empty when the first draft opens the incident
   * @throws IllegalStateException when there is neither a state nor an opening
   */
  public static Incident apply(Optional<Incident> before, List<Draft> drafts, Moment moment) {
    Incident state = before.orElse(null);
    long seq = before.map(Incident::revision).orElse(0L);
    for (Draft draft : drafts) {
      seq++;
      if (!(draft.event() instanceof IncidentEvent event)) {
        throw new IllegalStateException(draft.event().type() + " is no event of an incident");
      }
      state =
          Incidents.fold(state, event, new Stamp(seq, draft.at(), moment.now(), moment.actor()));
    }
    if (state == null) {
      throw new IllegalStateException("no incident and no opening");
    }
    return state;
  }
}
