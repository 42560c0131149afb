package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.LinkStore;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Links in memory. */
public final class InMemoryLinkStore implements LinkStore {
  private final InMemoryState state;
  private final InstantSource clock;
  private final LocatorTokens tokens;

  InMemoryLinkStore(InMemoryState state, InstantSource clock, LocatorTokens tokens) {
    this.state = state;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public Future<Optional<Link>> findLink(String tokenHash) {
    synchronized (state) {
      for (Map.Entry<CenterId, Center> center : state.centers().entrySet()) {
        for (LinkRow row : center.getValue().links.values()) {
          if (LocatorTokens.hash(tokens.token(row.id())).equals(tokenHash)) {
            return Future.succeededFuture(live(center.getKey(), center.getValue(), row));
          }
        }
      }
      return Future.succeededFuture(Optional.empty());
    }
  }

  private Optional<Link> live(CenterId id, Center center, LinkRow row) {
    Instant closedAt = center.closedAt.get(row.incidentId());
    Instant ends = row.expiresAt();
    if (closedAt != null && closedAt.plus(AFTER_CLOSING).isBefore(ends)) {
      ends = closedAt.plus(AFTER_CLOSING);
    }
    return ends.isAfter(clock.instant())
        ? Optional.of(new Link(id, row.incidentId(), row.id(), row.callId(), ends))
        : Optional.empty();
  }
}
