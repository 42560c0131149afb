package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.adapter.memory.InMemoryState.Waiting;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.PageStore;
import io.dispatch120.dispatch.journal.Pages;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that wait, in memory, by the clock that was handed in. */
public final class InMemoryPageStore implements PageStore {
  private final InMemoryState state;
  private final InstantSource clock;
  private final LocatorTokens tokens;

  InMemoryPageStore(InMemoryState state, InstantSource clock, LocatorTokens tokens) {
    this.state = state;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public Future<List<Claim>> claim(CenterId id, int limit, Duration lease) {
    synchronized (state) {
      Instant now = clock.instant();
      Center center = state.center(id);
      List<Claim> claims = new ArrayList<>();
      List<Waiting> due =
          center.pages.values().stream()
              .filter(page -> page.row().waiting() && !page.nextTryAt().isAfter(now))
              .sorted(Comparator.comparing(Waiting::nextTryAt))
              .limit(limit)
              .toList();
      for (Waiting page : due) {
        Waiting taken = page.triedAgain(page.attempts() + 1, now.plus(lease));
        center.pages.put(page.row().id(), taken);
        claims.add(
            new Claim(
                page.row().id(),
                page.row().incidentId(),
                page.row().escalationId(),
                page.row().recipient(),
                taken.attempts()));
      }
      return Future.succeededFuture(claims);
    }
  }

  @Override
  public Future<Void> retry(CenterId id, Claim claim, Duration delay) {
    synchronized (state) {
      state
          .center(id)
          .pages
          .computeIfPresent(
              claim.id(),
              (key, page) ->
                  page.attempts() == claim.attempts()
                      ? page.triedAgain(page.attempts(), clock.instant().plus(delay))
                      : page);
      return Future.succeededFuture();
    }
  }

  @Override
  public Future<Optional<Recipient>> findRecipient(String tokenHash) {
    synchronized (state) {
      Instant oldest = clock.instant().minus(LINK_LIFE);
      for (Map.Entry<CenterId, Center> center : state.centers().entrySet()) {
        for (Waiting page : center.getValue().pages.values()) {
          String token = tokens.token(Pages.linkId(page.row().id()));
          if (LocatorTokens.hash(token).equals(tokenHash) && page.createdAt().isAfter(oldest)) {
            return Future.succeededFuture(
                Optional.of(
                    new Recipient(
                        center.getKey(),
                        page.row().incidentId(),
                        page.row().escalationId(),
                        page.row().recipient())));
          }
        }
      }
      return Future.succeededFuture(Optional.empty());
    }
  }
}
