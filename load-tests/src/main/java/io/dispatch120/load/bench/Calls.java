package io.dispatch120.load.bench;

import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Traffic;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The product, taking calls over HTTP. Incidents are closed again between rounds. */
final class Calls implements Target {
  private static final double LNG = 112.8893;
  private static final double LAT = 28.2156;
  private static final double SPREAD = 0.1;
  private static final int CLOSING_AT_ONCE = 16;

  private final DispatcherClient dispatcher;
  private final SplittableRandom random;
  private final Queue<String> open = new ConcurrentLinkedQueue<>();

  Calls(DispatcherClient dispatcher, long seed) {
    this.dispatcher = dispatcher;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public String name() {
    return "POST /calls";
  }

  @Override
  public Measure run(int clients, Duration duration, double perSecond) {
    return OpenLoop.run(clients, duration, perSecond, this::take);
  }

  private Future<Boolean> take() {
    Map<String, Object> call =
        DispatcherClient.call(
            Traffic.newPhone(),
            LNG + SPREAD * (random.nextDouble() - 0.5),
            LAT + SPREAD * (random.nextDouble() - 0.5));
    return dispatcher
        .send(HttpMethod.POST, dispatcher.port(), "/calls", call, UUID.randomUUID())
        .map(
            answer -> {
              if (answer.status() != 201) {
                return false;
              }
              open.add(answer.text("/incident/id"));
              return true;
            });
  }

  /** No board has thousands of open incidents, so the next round must not find them. */
  @Override
  public void settle() {
    if (open.isEmpty()) {
      return;
    }
    int count = open.size();
    OpenLoop.run(
        CLOSING_AT_ONCE,
        Duration.ofHours(1),
        SATURATED,
        () -> {
          String incident = open.poll();
          return incident == null ? Future.succeededFuture(false) : close(incident);
        },
        count);
  }

  private Future<Boolean> close(String incident) {
    return dispatcher
        .send(
            HttpMethod.POST,
            dispatcher.port(),
            "/incidents/" + incident + "/close",
            Map.of("outcome", "advice_only"),
            UUID.randomUUID())
        .map(answer -> answer.accepted());
  }

  @Override
  public void close() {}
}
