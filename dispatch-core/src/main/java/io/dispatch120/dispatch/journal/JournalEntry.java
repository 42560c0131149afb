package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One committed line of a centre's journal, decoded and, where its key still exists, decrypted. */
public record JournalEntry(
    CenterId center,
    long seq,
    UUID id,
    Instant at,
    Instant recordedAt,
    Actor actor,
    @Nullable IncidentId incidentId,
    @Nullable UnitId unitId,
    DispatchEvent event) {

  public Stamp stamp() {
    return new Stamp(seq, at, recordedAt, actor);
  }
}
