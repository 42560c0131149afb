package io.dispatch120.dispatch.access;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions and one-time tickets, valid on every node. Only SHA-256 hashes (hex) of their tokens are
 * stored. Expiry is judged by database time. Thread-safe.
 */
public interface SessionStore {
  Future<Void> create(Session session);

  /** Empty when unknown, revoked or expired. */
  Future<Optional<Session>> find(String tokenHash);

  Future<Void> revoke(String tokenHash);

  /** Ends every session of a user, for a changed password or role. */
  Future<Void> revokeAllOf(String username);

  Future<Void> createTicket(String ticketHash, String sessionTokenHash, Instant expiresAt);

  /** Takes the ticket: the second time, or after its time, there is none. Gives its session. */
  Future<Optional<Session>> redeemTicket(String ticketHash);

  /** Removes what has expired; gives how many sessions and tickets. */
  Future<Integer> purge();

  record Session(String tokenHash, SessionUser user, Instant expiresAt) {}
}
