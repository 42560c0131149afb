package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Text messages to hospitals that wait, and what their links lead to. Rows come and go only by
 * {@link Journal#append}; here they are taken for a while. Times are the database's. Thread-safe;
 * fails with {@link StorageUnavailable}.
 */
public interface PageStore {
  /** How long the link of a message opens, from when the message was made. */
  Duration LINK_LIFE = Duration.ofHours(24);

  /**
   * Takes at most {@code limit} messages that wait and are due, the longest overdue first. Until
   * {@code lease} is over nobody else gets them; what has not been settled by then is due again. A
   * message is taken by one caller only, whatever others do at the same moment.
   */
  Future<List<Claim>> claim(CenterId center, int limit, Duration lease);

  /**
   * Makes a message due again after {@code delay} instead of at the end of its lease. Without
   * effect when somebody has taken it since.
   */
  Future<Void> retry(CenterId center, Claim claim, Duration delay);

  /** Empty when unknown or older than {@link #LINK_LIFE}: the same for both. */
  Future<Optional<Recipient>> findRecipient(String tokenHash);

  /**
   * @param id {@link Pages#id}
   * @param attempts how often it has been taken, this time included
   */
  record Claim(
      String id, IncidentId incidentId, EscalationId escalationId, int recipient, int attempts) {}

  /**
   * Who is behind a link.
   *
   * @param recipient index among those told at that level
   */
  record Recipient(
      CenterId center, IncidentId incidentId, EscalationId escalationId, int recipient) {}
}
