package io.dispatch120.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final String ACK = "{\"type\":\"ack\",\"seq\":7}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "",
        "[]",
        "7",
        "null",
        "\"ack\"",
        "{",
        "{}",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":\"nonsense\"}",
        "{\"type\":\"ack\"}",
        "{\"type\":\"ack\",\"seq\":null}",
        "{\"type\":\"ack\",\"seq\":-1}",
        "{\"type\":\"ack\",\"seq\":1.5}",
        "{\"type\":\"ack\",\"seq\":\"1\"}",
        "{\"type\":\"ack\",\"seq\":99999999999999999999}",
        "{\"type\":\"ack\",\"seq\":1} {\"type\":\"ack\",\"seq\":2}",
        "{\"type\":\"ack\",\"type\":\"ack\",\"seq\":1}"
      })
  void closesOnMessageThatMakesNoSense(String message) {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.send(message);
      assertThat(client.closeCode()).isEqualTo(CloseCode.BAD_MESSAGE);
      await().until(() -> harness.openStreams.get() == 0);
    }
  }

  @Test
  void closesOnBinaryMessage() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.socket.writeBinaryMessage(Buffer.buffer(ACK));
      assertThat(client.closeCode()).isEqualTo(CloseCode.BAD_MESSAGE);
    }
  }

  @Test
  void takesAcknowledgementAndGoesOn() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.send(ACK);
      client.send(ACK);
      harness.sink().send("still here");
      await().until(() -> client.received.contains("still here"));
      assertThat(client.isClosed()).isFalse();
    }
  }

  @Test
  void endsSocketOfMessageTooLarge() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.send("x".repeat(SocketLimits.MAX_MESSAGE_BYTES + 1));
      assertThat(client.closeCode()).isEqualTo(CloseCode.TOO_BIG);
      await().until(() -> harness.sockets.count() == 0);
    }
  }

  @Test
  void breaksConnectionOfFrameMuchTooLarge() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.send("x".repeat(SocketLimits.MAX_FRAME_BYTES + 1));
      assertThat(client.closeCode()).isIn(CloseCode.TOO_BIG, CloseCode.ABNORMAL);
      await().until(() -> harness.sockets.count() == 0);
    }
  }

  @Test
  void endsSocketOfMessageTooLargeInManyFrames() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.socket.writeFrame(WebSocketFrame.textFrame("x".repeat(30_000), false));
      client.socket.writeFrame(
          WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(30_000)), false));
      client.socket.writeFrame(
          WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(30_000)), true));
      assertThat(client.closeCode()).isEqualTo(CloseCode.TOO_BIG);
    }
  }

  @Test
  void takesMessageInFragments() throws Exception {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      client.socket.writeFrame(WebSocketFrame.textFrame("{\"type\":\"ack\",", false));
      client.socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("\"seq\":7}"), true));
      harness.sink().send("still here");
      await().until(() -> client.received.contains("still here"));
      assertThat(client.isClosed()).isFalse();
    }
  }

  @Test
  void readsNextMessageOnlyWhenTheFirstIsDone() {
    List<JsonNode> seen = new CopyOnWriteArrayList<>();
    Promise<Void> first = Promise.promise();
    Entry.Receiver receiver =
        message -> {
          seen.add(message);
          return seen.size() == 1 ? first.future() : Future.succeededFuture();
        };
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), receiver)) {
      SocketClient client = harness.client();
      for (int i = 0; i < 100; i++) {
        client.send("{\"seq\":%d}".formatted(i));
      }
      await().until(() -> seen.size() == 1);
      await().during(Duration.ofMillis(200)).until(() -> seen.size() == 1);
      first.complete();
      await().until(() -> seen.size() == 100);
      for (int i = 0; i < 100; i++) {
        assertThat(seen.get(i).get("seq").intValue()).isEqualTo(i);
      }
    }
  }

  @Test
  void endsSocketWhenMessageCannotBeHandledForFaultOfOurs() {
    Entry.Receiver broken = message -> Future.failedFuture(new IllegalStateException("away"));
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), broken)) {
      SocketClient client = harness.client();
      client.send(ACK);
      assertThat(client.closeCode()).isEqualTo(CloseCode.INTERNAL_ERROR);
    }
  }

  @Test
  void endsSocketWhenStreamCannotBeOpened() {
    SocketDoor door =
        ctx ->
            Future.succeededFuture(
                new Entry.Admitted(
                    sink -> Future.failedFuture(new IllegalStateException("away")),
                    SocketMessages.acknowledgementsOnly(),
                    () -> Future.succeededFuture(true)));
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), null, door)) {
      assertThat(harness.client().closeCode()).isEqualTo(CloseCode.INTERNAL_ERROR);
    }
  }

  @Test
  void closesStreamThatOpensAfterTheClientHasGone() {
    Promise<Void> opened = Promise.promise();
    AtomicInteger closed = new AtomicInteger();
    SocketDoor door =
        ctx ->
            Future.succeededFuture(
                new Entry.Admitted(
                    sink -> opened.future().map(done -> closed::incrementAndGet),
                    SocketMessages.acknowledgementsOnly(),
                    () -> Future.succeededFuture(true)));
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), null, door)) {
      harness.client().socket.close();
      await().until(() -> harness.sockets.count() == 0);
      opened.complete();
      await().until(() -> closed.get() == 1);
    }
  }

  @Test
  void closesStreamWhenTheClientLeaves() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      await().until(() -> harness.openStreams.get() == 1);
      client.socket.close((short) CloseCode.NORMAL);
      await().until(() -> harness.openStreams.get() == 0 && harness.sockets.count() == 0);
      assertThat(harness.closeCodes).containsExactly(CloseCode.NORMAL);
    }
  }

  @Test
  void endsSocketAtTheNextLookOnceTheSessionHasEnded() {
    SocketLimits often =
        new SocketLimits(
            64,
            256 * 1024,
            100,
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            Duration.ofMillis(50));
    try (SocketHarness harness = new SocketHarness(often)) {
      SocketClient client = harness.client();
      harness.signedIn.set(false);
      assertThat(client.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
    }
  }

  @Test
  void endsSocketAtOnceWhenToldOfRevocation() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      SocketClient client = harness.client();
      harness.sockets.recheck();
      harness.signedIn.set(false);
      assertThat(client.isClosed()).isFalse();
      harness.sockets.recheck();
      assertThat(client.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
    }
  }

  @Test
  void keepsSocketWhenTheLookFails() {
    AtomicInteger looks = new AtomicInteger();
    SocketDoor door =
        ctx ->
            Future.succeededFuture(
                new Entry.Admitted(
                    sink -> Future.succeededFuture(() -> {}),
                    SocketMessages.acknowledgementsOnly(),
                    () -> {
                      looks.incrementAndGet();
                      return Future.failedFuture(new IllegalStateException("database away"));
                    }));
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), null, door)) {
      SocketClient client = harness.client();
      harness.sockets.recheck();
      await().until(() -> looks.get() == 1);
      assertThat(client.isClosed()).isFalse();
      assertThat(harness.sockets.count()).isEqualTo(1);
    }
  }

  @Test
  void dropsClientThatAnswersNoPing() throws Exception {
    SocketLimits impatient =
        new SocketLimits(
            64,
            256 * 1024,
            100,
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));
    try (SocketHarness harness = new SocketHarness(impatient);
        StalledClient silent = new StalledClient(harness.port, "/ws")) {
      SocketSink sink = harness.sink();
      SocketClient lively = harness.client();
      await().until(() -> sink.gone().isComplete());
      assertThat(sink.gone().result()).isEqualTo(CloseCode.SILENT_CLIENT);
      assertThat(lively.isClosed()).isFalse();
    }
  }

  @Test
  void refusesSocketsBeyondTheirNumberAndFreesPlaces() {
    SocketLimits two =
        new SocketLimits(
            64,
            256 * 1024,
            2,
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
    try (SocketHarness harness = new SocketHarness(two)) {
      SocketClient first = harness.client();
      harness.client();
      assertThat(SocketClient.refusal(harness.vertx, harness.port, "/ws")).isEqualTo(503);
      first.socket.close();
      await().until(() -> harness.sockets.count() == 1);
      assertThat(harness.client().isClosed()).isFalse();
    }
  }

  @Test
  void saysGoodbyeToAllWhenTheNodeStops() {
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits())) {
      List<SocketClient> clients = List.of(harness.client(), harness.client());
      await().until(() -> harness.openStreams.get() == 2);
      harness.sockets.stop().await();
      for (SocketClient client : clients) {
        assertThat(client.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
      }
      assertThat(harness.openStreams).hasValue(0);
      assertThat(SocketClient.refusal(harness.vertx, harness.port, "/ws")).isEqualTo(503);
    }
  }

  @Test
  void answersDoorThatFailsWithAnErrorInsteadOfTheUpgrade() {
    SocketDoor broken = ctx -> Future.failedFuture(new IllegalStateException("away"));
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), null, broken)) {
      assertThat(SocketClient.refusal(harness.vertx, harness.port, "/ws")).isEqualTo(500);
      assertThat(harness.sockets.count()).isZero();
    }
  }

  @Test
  void freesPlaceOfClientThatLeavesBeforeItIsAdmitted() throws Exception {
    Promise<Entry> decision = Promise.promise();
    SocketDoor slow = ctx -> decision.future();
    try (SocketHarness harness = new SocketHarness(SocketHarness.limits(), null, slow)) {
      try (Socket client = new Socket("127.0.0.1", harness.port)) {
        StalledClient.request(client, harness.port, "/ws");
        await().until(() -> harness.sockets.count() == 1);
      }
      // The server has seen the end once it answers a connection that came later.
      assertThat(SocketClient.refusal(harness.vertx, harness.port, "/elsewhere")).isEqualTo(404);
      decision.complete(
          new Entry.Admitted(
              harness::stream,
              SocketMessages.acknowledgementsOnly(),
              () -> Future.succeededFuture(true)));
      await().until(() -> harness.sockets.count() == 0);
      assertThat(harness.openStreams).hasValue(0);
    }
  }
}
