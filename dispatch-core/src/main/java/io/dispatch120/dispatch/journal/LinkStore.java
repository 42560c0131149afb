package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds what a caller's link leads to. Rows come and go only by {@link Journal#append}. */
public interface LinkStore {
  /** How long a link still opens after its incident was closed. */
  Duration AFTER_CLOSING = Duration.ofHours(2);

  /** Empty when unknown or expired, by database time: the same for both. */
  Future<Optional<Link>> findLink(String tokenHash);

  /**
   * @param incidentId where the call of the link belongs now
   * @param expiresAt the link's own end, or {@link #AFTER_CLOSING} when that is earlier
   */
  record Link(
      CenterId center, IncidentId incidentId, String linkId, CallId callId, Instant expiresAt) {}
}
