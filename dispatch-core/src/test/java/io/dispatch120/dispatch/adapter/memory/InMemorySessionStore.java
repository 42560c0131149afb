package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.access.SessionStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions and tickets in memory, by the clock that was handed in. */
public final class InMemorySessionStore implements SessionStore {
  private record Ticket(String tokenHash, Instant expiresAt) {}

  private final InstantSource clock;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Ticket> tickets = new HashMap<>();

  public InMemorySessionStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Future<Void> create(Session session) {
    sessions.put(session.tokenHash(), session);
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Optional<Session>> find(String tokenHash) {
    return Future.succeededFuture(live(sessions.get(tokenHash)));
  }

  @Override
  public synchronized Future<Void> revoke(String tokenHash) {
    sessions.remove(tokenHash);
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Void> revokeAllOf(String username) {
    sessions.values().removeIf(s -> s.user().username().equalsIgnoreCase(username));
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Void> createTicket(
      String ticketHash, String sessionTokenHash, Instant expiresAt) {
    tickets.put(ticketHash, new Ticket(sessionTokenHash, expiresAt));
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Optional<Session>> redeemTicket(String ticketHash) {
    Ticket ticket = tickets.remove(ticketHash);
    return Future.succeededFuture(
        ticket != null && ticket.expiresAt().isAfter(clock.instant())
            ? live(sessions.get(ticket.tokenHash()))
            : Optional.empty());
  }

  @Override
  public synchronized Future<Integer> purge() {
    int before = sessions.size() + tickets.size();
    sessions.values().removeIf(s -> !s.expiresAt().isAfter(clock.instant()));
    tickets
        .values()
        .removeIf(
            t -> !t.expiresAt().isAfter(clock.instant()) || !sessions.containsKey(t.tokenHash()));
    return Future.succeededFuture(before - sessions.size() - tickets.size());
  }

  private Optional<Session> live(@Nullable Session session) {
    return Optional.ofNullable(session).filter(s -> s.expiresAt().isAfter(clock.instant()));
  }
}
