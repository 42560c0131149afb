package io.dispatch120.load;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A client that does what the contract asks of clients: a command without a clear answer is sent
 * again with the same idempotency key, to the next node, until there is one. Blocking; for one
 * thread, except {@link #send}.
 */
public final class DispatcherClient {
  /** Without an answer for so long a node counts as gone. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String API = "/api/v1";

  private final Wire wire;
  private final List<Integer> ports;
  private final @Nullable String token;
  private int current;

  /** Somebody with a session, or nobody when {@code token} is null. */
  public DispatcherClient(Wire wire, List<Integer> ports, @Nullable String token) {
    this.wire = wire;
    this.ports = List.copyOf(ports);
    this.token = token;
  }

  /** Signs in with a demo account; role accounts have the password {@code demo-<role>}. */
  public static DispatcherClient signIn(Wire wire, List<Integer> ports, String role) {
    return signIn(wire, ports, role, "demo-" + role);
  }

  /** Signs in with an account of any name. */
  public static DispatcherClient signIn(
      Wire wire, List<Integer> ports, String user, String password) {
    Answer session =
        new DispatcherClient(wire, ports, null)
            .post("/sessions", Map.of("username", user, "password", password));
    if (session.status() != 201) {
      throw new IllegalStateException("sign-in of " + user + ": " + session);
    }
    return new DispatcherClient(wire, ports, session.text("/token"));
  }

  /** The same session, for another thread or on other nodes. */
  public DispatcherClient on(List<Integer> otherPorts) {
    return new DispatcherClient(wire, otherPorts, token);
  }

  public String token() {
    if (token == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return token;
  }

  /** Where the next request goes. */
  public int port() {
    return ports.get(current);
  }

  /** A call from {@code phone} at a position, with a complaint that needs no special unit. */
  public Answer receiveCall(String phone, double lng, double lat) {
    return post("/calls", call(phone, lng, lat));
  }

  public static Map<String, Object> call(String phone, double lng, double lat) {
    return Map.of(
        "phone",
        phone,
        "complaint",
        "trauma_fall",
        "address",
        "岳麓大道 7 号",
        "location",
        Map.of("lng", lng, "lat", lat, "radiusMeters", 30, "source", "confirmed"));
  }

  public Answer assign(String incidentId, String unitId) {
    return post("/incidents/" + incidentId + "/assignments", Map.of("unitId", unitId));
  }

  public Answer milestone(String assignmentId, String milestone) {
    return post("/assignments/" + assignmentId + "/milestones", Map.of("milestone", milestone));
  }

  public Answer cancel(String assignmentId) {
    return post("/assignments/" + assignmentId + "/cancel", Map.of("reason", "not needed"));
  }

  public Answer close(String incidentId, String outcome) {
    return post("/incidents/" + incidentId + "/close", Map.of("outcome", outcome));
  }

  /** A command, repeated until it has a clear answer. */
  public Answer post(String path, Object body) {
    UUID key = UUID.randomUUID();
    return untilClear("POST " + path, () -> send(HttpMethod.POST, port(), path, body, key));
  }

  /** A question, repeated until a node answers it. */
  public Answer get(String path) {
    return untilClear("GET " + path, () -> send(HttpMethod.GET, port(), path, null, null));
  }

  /** One request to one node, whatever becomes of it. From any thread. */
  public Future<Answer> send(
      HttpMethod method, int port, String path, @Nullable Object body, @Nullable UUID key) {
    return wire.send(method, port, API + path, token, body, key, ANSWER_LIMIT);
  }

  /** One command to one node, for when its first answer is what is asked. */
  public Answer postOnce(int port, String path, Object body, UUID key) {
    try {
      return await(send(HttpMethod.POST, port, path, body, key));
    } catch (ExecutionException e) {
      throw new CompletionException(path + " on port " + port, e.getCause());
    }
  }

  private interface Try {
    Future<Answer> go();
  }

  private Answer untilClear(String what, Try attempt) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String unclear;
      try {
        Answer answer = await(attempt.go());
        if (answer.status() != 503) {
          return answer;
        }
        unclear = answer.toString();
      } catch (ExecutionException e) {
        unclear = String.valueOf(e.getCause());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(what + ": no clear answer, last: " + unclear);
      }
      current = (current + 1) % ports.size();
      Waiting.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20, 100)));
    }
  }

  static Answer await(Future<Answer> answer) throws ExecutionException {
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(ANSWER_LIMIT.toSeconds() * 2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    }
  }
}
