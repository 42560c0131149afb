package io.dispatch120.dispatch.access;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sessions and tickets in memory; counts how often it is asked for a session. */
public final class InMemorySessions implements SessionStore {
  private record Ticket(String session, Instant expiresAt) {}

  private final Supplier<Instant> now;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();

  public InMemorySessions(Supplier<Instant> now) {
    this.now = now;
  }

  @Override
  public Future<Void> create(Session session) {
    sessions.put(session.tokenHash(), session);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Session>> find(String tokenHash) {
    asked.incrementAndGet();
    return Future.succeededFuture(live(tokenHash));
  }

  private Optional<Session> live(String tokenHash) {
    return Optional.ofNullable(sessions.get(tokenHash))
        .filter(session -> session.expiresAt().isAfter(now.get()));
  }

  @Override
  public Future<Void> revoke(String tokenHash) {
    sessions.remove(tokenHash);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> revokeAllOf(String username) {
    sessions.values().removeIf(session -> session.user().username().equals(username));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> createTicket(String ticketHash, String sessionTokenHash, Instant expiresAt) {
    tickets.put(ticketHash, new Ticket(sessionTokenHash, expiresAt));
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Session>> redeemTicket(String ticketHash) {
    return Future.succeededFuture(
        Optional.ofNullable(tickets.remove(ticketHash))
            .filter(ticket -> ticket.expiresAt().isAfter(now.get()))
            .flatMap(ticket -> live(ticket.session())));
  }

  @Override
  public Future<Integer> purge() {
    int before = sessions.size();
    sessions.values().removeIf(session -> !session.expiresAt().isAfter(now.get()));
    return Future.succeededFuture(before - sessions.size());
  }
}
