package io.dispatch120.dispatch.adapter.sms;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.command.PageTexts;
import io.dispatch120.dispatch.command.SmsPort;
import io.dispatch120.dispatch.command.SmsPort.NotSent;
import io.dispatch120.dispatch.command.SmsPort.Sms;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final byte[] SECRET = "a secret of some length".getBytes(StandardCharsets.UTF_8);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T04:00:00Z"));
  private static final Sms SMS =
      new Sms(
          "0a1b",
          new Personal("13911112222"),
          "STEMI \"约 12 分钟到\"\n${id} \\ https://120.test/e/t0ken");

  private record Asked(Map<String, String> headers, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  /** A gateway on this machine that answers every request so; 0 never. */
  private SmsPort gateway(int status, SmsTemplate template) {
    HttpServer server =
        await(
            VERTX
                .createHttpServer()
                .requestHandler(
                    request ->
                        request
                            .body()
                            .onSuccess(
                                body -> {
                                  Map<String, String> headers = new java.util.HashMap<>();
                                  request
                                      .headers()
                                      .forEach(
                                          h -> headers.put(h.getKey().toLowerCase(), h.getValue()));
                                  asked.add(new Asked(headers, body.toString()));
                                  if (status != 0) {
                                    request
                                        .response()
                                        .setStatusCode(status)
                                        .putHeader("Location", "/elsewhere")
                                        .end("13911112222");
                                  }
                                }))
                .listen(0, "127.0.0.1"));
    URI url = URI.create("http://127.0.0.1:" + server.actualPort() + "/send?key=k");
    return new HttpSms(VERTX, url, template, SECRET, CLOCK);
  }

  private static NotSent failure(Future<Void> sent) throws Exception {
    try {
      sent.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      return (NotSent) e.getCause();
    }
    throw new AssertionError("it was sent");
  }

  @Test
  void postsTheTemplateAndSignsIt() throws Exception {
    SmsTemplate template =
        SmsTemplate.parse(
            "{\"phones\":[\"86${to}\"],\"params\":{\"content\":\"【120】${text}\"},\"n\":1}");
    await(gateway(202, template).send(SMS));

    Asked request = asked.get(0);
    JsonObject body = new JsonObject(request.body());
    assertThat(body.getJsonArray("phones").getString(0)).isEqualTo("8613911112222");
    assertThat(body.getJsonObject("params").getString("content")).isEqualTo("【120】" + SMS.text());
    assertThat(body.getInteger("n")).isEqualTo(1);
    String timestamp = request.headers().get("x-dispatch120-timestamp");
    assertThat(timestamp).isEqualTo("1795320000");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    byte[] digest =
        mac.doFinal((timestamp + "." + request.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(request.headers().get("x-dispatch120-signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(digest));
    assertThat(request.headers().get("idempotency-key")).isEqualTo("0a1b");
  }

  @ParameterizedTest
  @CsvSource({
    "301, false",
    "400, true",
    "401, true",
    "404, true",
    "408, false",
    "422, true",
    "429, false",
    "500, false",
    "503, false"
  })
  void tellsWhatMayPassFromWhatWillNot(int status, boolean lasting) throws Exception {
    NotSent failure = failure(gateway(status, SmsTemplate.USUAL).send(SMS));
    assertThat(failure.lasting()).isEqualTo(lasting);
    assertThat(failure).hasMessage("the gateway answered " + status);
    assertThat(asked).hasSize(1);
  }

  @Test
  void waitsFiveSecondsForAnAnswerAndNoLonger() throws Exception {
    long begun = System.nanoTime();
    NotSent failure = failure(gateway(0, SmsTemplate.USUAL).send(SMS));
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isBetween(4_900L, 9_000L);
    assertThat(failure.lasting()).isFalse();
    assertThat(failure).hasMessage("the gateway did not answer within 5 s");
  }

  @Test
  void saysThatNobodyListensWithoutAWordOfTheAddress() throws Exception {
    SmsPort nobody =
        new HttpSms(
            VERTX, URI.create("http://127.0.0.1:1/?key=k"), SmsTemplate.USUAL, SECRET, CLOCK);
    NotSent failure = failure(nobody.send(SMS));
    assertThat(failure.lasting()).isFalse();
    assertThat(failure.getMessage()).startsWith("the gateway is not reached").doesNotContain("key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"${to}${text}\"",
        "{\"to\":\"${to}\"}",
        "{\"text\":\"${text}\"}",
        "{\"to\":${to}}",
        "{\"to\":\"${to}\",\"text\":\"${text}${name}\"}",
        "{\"a\":\"${to}\",\"a\":\"${text}\"}",
        "{\"to\":\"${to}\",\"text\":\"${text}\"} x"
      })
  void refusesTemplatesThatCannotWork(String json) {
    assertThatThrownBy(() -> SmsTemplate.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void aDemoKeepsTheLastTwoHundredAndShowsNumbersMasked() {
    LogSms log = new LogSms(true, CLOCK);
    for (int i = 0; i < 250; i++) {
      await(log.send(new Sms("id" + i, SMS.to(), SMS.text())));
    }
    await(log.send(new Sms("id249", SMS.to(), SMS.text())));

    assertThat(log.listSent()).hasSize(200);
    assertThat(log.listSent().get(0).id()).isEqualTo("id249");
    assertThat(log.listSent().get(0).to()).isEqualTo("139****2222");
    assertThat(log.listSent().get(0).link()).isEqualTo("https://120.test/e/t0ken");
  }

  @Test
  void withoutAGatewayNothingIsBelievedToHaveGoneOut() throws Exception {
    LogSms log = new LogSms(false, CLOCK);
    assertThat(failure(log.send(SMS)).lasting()).isTrue();
    assertThat(log.listSent()).isEmpty();
  }

  @Test
  void wordsAreWholeInEveryLanguageAndTellNoSecret() {
    assertThat(PageTexts.of("en")).isNotNull();
    assertThat(PageTexts.of("zh-CN")).isNotNull();
    assertThatThrownBy(() -> PageTexts.of("xx")).isInstanceOf(IllegalArgumentException.class);
    assertThat(SMS.toString()).doesNotContain("t0ken", "1391111");
  }
}
