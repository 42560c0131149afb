package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.vertx.core.Future;
import java.util.Optional;

/** Which incident the token of a location-sharing link opens. Thread-safe. */
public interface LinkFinder {
  /** Empty for a token that is unknown or whose time is over, judged by database time. */
  Future<Optional<OpenLink>> find(String token);

  record OpenLink(CenterId center, IncidentId incidentId, String linkId, CallId callId) {}
}
