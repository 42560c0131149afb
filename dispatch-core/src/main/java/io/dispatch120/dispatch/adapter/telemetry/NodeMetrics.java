package io.dispatch120.dispatch.adapter.telemetry;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.command.CommandMeter;
import io.dispatch120.dispatch.node.NodeWatch;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node measures of itself. Tags are bounded: command names, outcomes, centres. Thread-safe.
 */
public final class NodeMetrics implements CommandMeter, NodeWatch {
  private static final Logger LOG = LoggerFactory.getLogger(NodeMetrics.class);

  private final MeterRegistry registry;
  private final Consumer<String> revocations;
  private final DistributionSummary batches;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger storage = new AtomicInteger(1);
  private final Map<CenterId, AtomicLong> lags = new ConcurrentHashMap<>();
  private final Map<CenterId, AtomicLong> sockets = new ConcurrentHashMap<>();
  private volatile String lastFault = "";

  /**
   * @param revocations told the hash of every session that another node ended
   */
  public NodeMetrics(MeterRegistry registry, Consumer<String> revocations) {
    this.registry = registry;
    this.revocations = revocations;
    this.batches =
        DistributionSummary.builder("dispatch_append_batch_size")
            .description("commands in one append")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("dispatch_commands_waiting", waiting, AtomicInteger::get)
        .description("commands taken and not yet answered")
        .register(registry);
    Gauge.builder("dispatch_storage_available", storage, AtomicInteger::get)
        .description("1 while the last look at the database succeeded")
        .register(registry);
  }

  @Override
  public void command(Command command, String outcome, Duration taken) {
    Timer.builder("dispatch_command_seconds")
        .description("from taking a command to its answer")
        .tags("command", command.name(), "outcome", outcome)
        .publishPercentiles(0.5, 0.99)
        .register(registry)
        .record(taken);
  }

  @Override
  public void batch(int size) {
    batches.record(size);
  }

  @Override
  public void waiting(int commands) {
    waiting.set(commands);
  }

  @Override
  public void fault(Throwable cause) {
    registry.counter("dispatch_faults_total", "kind", cause.getClass().getSimpleName()).increment();
    // The same fault comes several times a second while the database is away: once is enough to
    // read.
    String text = String.valueOf(cause.getMessage());
    if (!text.equals(lastFault)) {
      lastFault = text;
      LOG.warn("in the background, will be tried again: {}", text, cause);
    }
  }

  @Override
  public void storage(boolean available) {
    int before = storage.getAndSet(available ? 1 : 0);
    if (before != storage.get()) {
      lastFault = "";
      if (available) {
        LOG.info("the database is back");
      } else {
        LOG.error("the database is away: commands are refused, calls are spooled");
      }
    }
  }

  /** Whether the last look at the database succeeded. */
  public boolean storageAvailable() {
    return storage.get() == 1;
  }

  @Override
  public void lag(CenterId center, long entries) {
    gauge(
            lags,
            "dispatch_board_lag_entries",
            "entries the journal has and the board has not",
            center)
        .set(Math.max(0, entries));
  }

  @Override
  public void sockets(CenterId center, int count) {
    gauge(sockets, "dispatch_streams_open", "open streams of consoles, crews and callers", center)
        .set(count);
  }

  private AtomicLong gauge(
      Map<CenterId, AtomicLong> values, String name, String what, CenterId center) {
    return values.computeIfAbsent(
        center,
        c -> {
          AtomicLong value = new AtomicLong();
          Gauge.builder(name, value, AtomicLong::get)
              .description(what)
              .tags(Tags.of("center", c.value()))
              .register(registry);
          return value;
        });
  }

  @Override
  public void sessionRevoked(String tokenHash) {
    revocations.accept(tokenHash);
  }
}
