package io.dispatch120.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

class SocketSinkTest {
  private static final String FRAME_4K = "x".repeat(4 * 1024);
  private static SocketHarness shared;

  @BeforeContainer
  static void startForProperties() {
    shared =
        new SocketHarness(
            new SocketLimits(
                100_000,
                64 << 20,
                1_000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10)));
  }

  @AfterContainer
  static void stopAfterProperties() {
    shared.close();
  }

  /** What one thread sends arrives in its order, and nothing is lost or doubled. */
  @Property(tries = 25)
  void keepsTheOrderOfEverySender(
      @ForAll @IntRange(min = 1, max = 6) int senders,
      @ForAll @IntRange(min = 1, max = 400) int framesEach)
      throws Exception {
    SocketClient client = shared.client();
    SocketSink sink = shared.sink();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int sender = 0; sender < senders; sender++) {
      String name = sender + ":";
      Thread thread =
          new Thread(
              () -> {
                awaitLatch(start);
                for (int i = 0; i < framesEach; i++) {
                  sink.send(name + i);
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    await().until(() -> client.received.size() >= senders * framesEach);
    for (int sender = 0; sender < senders; sender++) {
      String name = sender + ":";
      assertThat(client.received.stream().filter(frame -> frame.startsWith(name)))
          .containsExactlyElementsOf(
              IntStream.range(0, framesEach).mapToObj(i -> name + i).toList());
    }
    assertThat(client.received).hasSize(senders * framesEach);
    client.socket.close();
    sink.gone().await();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void dropsStalledClientAtTheBoundWhileOthersGoOn() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits());
        StalledClient stalled = new StalledClient(harness.port, "/ws")) {
      SocketSink slow = harness.sink();
      SocketClient other = harness.client();
      SocketSink quick = harness.sink();
      int sent = 0;
      while (slow.send(FRAME_4K)) {
        assertThat(quick.send("frame " + sent)).isTrue();
        sent++;
        int inTurn = sent;
        await().until(() -> other.received.size() == inTurn);
        assertThat(slow.queued()).isLessThanOrEqualTo(64);
        // Ours, the socket's own and what the kernel takes: far from unbounded.
        assertThat(sent).isLessThan(1_000);
      }
      assertThat(slow.queued()).isZero();
      assertThat(slow.send("more")).isFalse();
      await().atMost(Duration.ofSeconds(2)).until(() -> slow.gone().isComplete());
      assertThat(slow.gone().result()).isEqualTo(CloseCode.SLOW_CLIENT);
      assertThat(harness.closeCodes).containsExactly(CloseCode.SLOW_CLIENT);
      assertThat(harness.openStreams).hasValue(1);
      assertThat(harness.sockets.count()).isEqualTo(1);
      assertThat(quick.send("still here")).isTrue();
      await().until(() -> other.received.contains("still here"));
      assertThat(harness.queuedFrames).hasValue(0);
    }
  }

  @Test
  void tellsSlowClientWhyWhenItReadsAgain() throws Exception {
    try (SocketHarness harness =
        new SocketHarness(
            new SocketLimits(
                64,
                256 * 1024,
                100,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10)))) {
      SocketClient client = harness.client();
      SocketSink sink = harness.sink();
      client.socket.pause();
      for (boolean taken = true; taken; ) {
        taken = sink.send(FRAME_4K);
      }
      client.socket.resume();
      assertThat(client.closeCode()).isEqualTo(CloseCode.SLOW_CLIENT);
    }
  }

  @Test
  void holdsBoundInBytesToo() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits());
        StalledClient stalled = new StalledClient(harness.port, "/ws")) {
      SocketSink sink = harness.sink();
      String big = "x".repeat(100 * 1024);
      while (sink.send(big)) {
        assertThat(sink.queued()).as("three of them pass 256 KiB").isLessThanOrEqualTo(2);
      }
      await().until(() -> sink.gone().isComplete());
    }
  }

  @Test
  void passesSnapshotLargerThanTheBoundWhenItWaitsAlone() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      String snapshot = "雨敞坪镇卫生院".repeat(100_000);
      assertThat(harness.sink().send(snapshot)).isTrue();
      await().until(() -> !client.received.isEmpty());
      assertThat(client.received).containsExactly(snapshot);
    }
  }

  @Test
  void encodesFrameOnceForAllWhoGetIt() {
    TextMessages messages = new TextMessages();
    String frame = new String("事件");
    byte[] first = messages.encode(frame);
    assertThat(first).isEqualTo("事件".getBytes(StandardCharsets.UTF_8));
    assertThat(messages.encode(frame)).isSameAs(first);
    assertThat(messages.encode(new String("事件"))).isNotSameAs(first).isEqualTo(first);
    assertThat(messages.encode(frame)).as("in turns with another").isSameAs(first);
    assertThat(messages.encode("")).isEmpty();
  }

  @Test
  void sendsFramesOfEverySizeWhole() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      SocketSink sink = harness.sink();
      List<String> frames = new ArrayList<>();
      for (int length : new int[] {0, 1, 125, 126, 21_845, 21_846, 43_690, 43_691, 100_000}) {
        frames.add("急".repeat(length));
      }
      for (String frame : frames) {
        assertThat(sink.send(frame)).isTrue();
        await().until(() -> sink.queued() == 0);
      }
      await().until(() -> client.received.size() == frames.size());
      assertThat(client.received).isEqualTo(frames);
    }
  }

  @Test
  void countsEveryFrameInAndOutOfTheQueue() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      SocketSink sink = harness.sink();
      for (int i = 0; i < 50; i++) {
        sink.send("frame");
      }
      await().until(() -> client.received.size() == 50);
      assertThat(harness.queuedFrames).hasValue(0);
    }
  }
}
