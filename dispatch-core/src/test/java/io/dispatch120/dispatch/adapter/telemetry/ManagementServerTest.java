package io.dispatch120.dispatch.adapter.telemetry;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.telemetry.ManagementServer.Readiness;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.node.QuietCenter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
  private final Vertx vertx = Vertx.vertx();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<String> revoked = new ArrayList<>();
  private final NodeMetrics metrics = new NodeMetrics(registry, revoked::add);
  private volatile Readiness readiness = new Readiness(true, "serving");
  private HttpServer server;

  @BeforeEach
  void start() {
    server = await(new ManagementServer(vertx, registry, () -> readiness).start("127.0.0.1", 0));
  }

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void tellsWhetherItLivesAndWhetherItServes() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").body()).contains("\"ready\"", "serving");

    readiness = new Readiness(false, "the database is away");

    HttpResponse<String> away = get("/health/ready");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("not_ready", "the database is away");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void showsWhatTheNodeMeasures() throws Exception {
    metrics.command(QuietCenter.call(false), "done", Duration.ofMillis(3));
    metrics.waiting(4);
    metrics.batch(9);
    metrics.storage(false);
    metrics.lag(new CenterId("xj"), -1);
    metrics.sockets(new CenterId("xj"), 12);
    metrics.fault(new IllegalStateException("x"));
    metrics.sessionRevoked("hash");

    String text = get("/metrics").body();

    assertThat(text)
        .contains(
            "dispatch_command_seconds_count{command=\"receive_call\",outcome=\"done\"} 1",
            "dispatch_commands_waiting 4.0",
            "dispatch_storage_available 0.0",
            "dispatch_board_lag_entries{center=\"xj\"} 0.0",
            "dispatch_streams_open{center=\"xj\"} 12.0",
            "dispatch_faults_total{kind=\"IllegalStateException\"} 1.0");
    assertThat(metrics.storageAvailable()).isFalse();
    assertThat(revoked).containsExactly("hash");
  }
}
