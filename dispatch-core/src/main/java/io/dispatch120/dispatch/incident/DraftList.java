package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.incident.Decision.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Drafts of one incident in the making, most of which happen now. Not thread-safe. */
final class DraftList {
  private final IncidentId incident;
  private final Instant now;
  private final List<Draft> drafts = new ArrayList<>();

  DraftList(IncidentId incident, Moment moment) {
    this.incident = incident;
    this.now = moment.now();
  }

  DraftList add(IncidentEvent event) {
    return add(now, event);
  }

  DraftList add(Instant at, IncidentEvent event) {
    drafts.add(new Draft(incident, at, event));
    return this;
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  /** These after those of another incident. */
  List<Draft> after(DraftList first) {
    List<Draft> all = new ArrayList<>(first.drafts);
    all.addAll(drafts);
    return all;
  }

  Decision accepted() {
    return Decision.accepted(drafts);
  }
}
