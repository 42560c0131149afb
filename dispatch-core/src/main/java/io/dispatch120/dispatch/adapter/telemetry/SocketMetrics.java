package io.dispatch120.dispatch.adapter.telemetry;

import io.dispatch120.web.socket.SocketMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What the sockets of one port tell. Thread-safe. */
public final class SocketMetrics implements SocketMeter {
  private final MeterRegistry registry;
  private final String port;
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong queued = new AtomicLong();
  private final Counter frames;

  /**
   * @param port {@code console} or {@code edge}
   */
  public SocketMetrics(MeterRegistry registry, String port) {
    this.registry = registry;
    this.port = port;
    Gauge.builder("dispatch_sockets_open", open, AtomicLong::get)
        .description("open sockets")
        .tag("port", port)
        .register(registry);
    Gauge.builder("dispatch_socket_frames_queued", queued, AtomicLong::get)
        .description("frames that wait for slow clients")
        .tag("port", port)
        .register(registry);
    frames =
        Counter.builder("dispatch_socket_frames_sent")
            .description("frames written to sockets")
            .tag("port", port)
            .register(registry);
  }

  @Override
  public void opened() {
    open.incrementAndGet();
  }

  @Override
  public void closed(int code) {
    open.decrementAndGet();
    // A client may close with any code it likes; what is not ours counts together.
    String shown = (code >= 4400 && code < 4500) || code == 4008 ? Integer.toString(code) : "other";
    registry.counter("dispatch_sockets_closed", "port", port, "code", shown).increment();
  }

  @Override
  public void sent(int count) {
    frames.increment(count);
  }

  @Override
  public void queued(int change) {
    queued.addAndGet(change);
  }
}
