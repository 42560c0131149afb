package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a name and a password at one port. Signs in when first needed and again when the
 * session has ended. To be used from one event loop.
 */
public final class Session {
  private final Port port;
  private final Patience patience;
  private final String username;
  private final String password;
  private @Nullable Future<String> token;

  public Session(Port port, Patience patience, String username, String password) {
    this.port = port;
    this.patience = patience;
    this.username = username;
    this.password = password;
  }

  public Future<Answer> get(String path) {
    return patience.ask(() -> signedIn(HttpMethod.GET, path, null, null));
  }

  /** Has its effect once, however often it has to be sent. */
  public Future<Answer> send(HttpMethod method, String path, @Nullable JsonNode body) {
    String key = UUID.randomUUID().toString();
    return patience.ask(() -> signedIn(method, path, key, body));
  }

  private Future<Answer> signedIn(
      HttpMethod method, String path, @Nullable String key, @Nullable JsonNode body) {
    return token()
        .compose(
            valid ->
                port.request(method, path, valid, key, body)
                    .onSuccess(
                        answer -> {
                          if (answer.status() == 401) {
                            forget(valid);
                          }
                        }));
  }

  /** The token; fails when signing in does. Whoever asks meanwhile waits for the same one. */
  Future<String> token() {
    Future<String> known = token;
    if (known != null && !known.failed()) {
      return known;
    }
    JsonNode credentials =
        Port.JSON.createObjectNode().put("username", username).put("password", password);
    Future<String> asked =
        port.request(HttpMethod.POST, "/sessions", null, null, credentials)
            .compose(
                answer ->
                    answer.status() == 201
                        ? Future.succeededFuture(answer.body().path("token").asText())
                        : Future.failedFuture("signing in was answered " + answer.status()));
    token = asked;
    return asked;
  }

  /** The server does not know this token any more. */
  void forget(String ended) {
    Future<String> known = token;
    if (known != null && ended.equals(known.result())) {
      token = null;
    }
  }

  /**
   * Once, without insisting: a session that stays behind ends by itself. Whoever is just signing in
   * signs out after it.
   */
  public Future<Void> signOut() {
    Future<String> known = token;
    token = null;
    return known == null
        ? Future.succeededFuture()
        : known
            .compose(
                valid -> port.request(HttpMethod.DELETE, "/sessions/current", valid, null, null))
            .mapEmpty();
  }
}
