package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.UUID;

/** Somebody who needs no session, such as a caller with a link. */
public final class PublicClient {
  private final Port port;
  private final Patience patience;

  public PublicClient(Port port, Patience patience) {
    this.port = port;
    this.patience = patience;
  }

  public Future<Answer> get(String path) {
    return patience.ask(() -> port.request(HttpMethod.GET, path, null, null, null));
  }

  /** Has its effect once, however often it has to be sent. */
  public Future<Answer> post(String path, JsonNode body) {
    String key = UUID.randomUUID().toString();
    return patience.ask(() -> port.request(HttpMethod.POST, path, null, key, body));
  }
}
