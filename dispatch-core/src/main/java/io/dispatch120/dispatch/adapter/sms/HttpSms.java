package io.dispatch120.dispatch.adapter.sms;

import io.dispatch120.dispatch.command.SmsPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text messages by a gateway over HTTP. Each request is signed, so that the gateway knows who sends
 * it and that nobody repeats an old one. 2xx is taken for sent; what the client did wrong (4xx) is
 * wrong the next time too; everything else may pass. Redirects are not followed. Of an answer only
 * the status is looked at and logged, because gateways echo numbers and texts. Thread-safe.
 */
public final class HttpSms implements SmsPort {
  /** {@code sha256=} and HMAC-SHA256 of {@code timestamp + "." + body} in hexadecimal digits. */
  public static final String SIGNATURE = "X-Dispatch120-Signature";

  /** Seconds since 1970, by this node's clock. */
  public static final String TIMESTAMP = "X-Dispatch120-Timestamp";

  private static final Logger LOG = LoggerFactory.getLogger(HttpSms.class);

  /** From looking up the name to the status. */
  private static final int ANSWER_SECONDS = 5;

  private static final int CONNECT_MILLIS = 3_000;

  /** Wrong for now: too slow, too early, too many. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final HttpClient client;
  private final URI url;
  private final SmsTemplate template;
  private final SecretKeySpec secret;
  private final InstantSource clock;

  /**
   * @param url https, or http on this machine
   * @param secret what requests are signed with
   */
  public HttpSms(Vertx vertx, URI url, SmsTemplate template, byte[] secret, InstantSource clock) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(url.getScheme().equals("https"))
                .setConnectTimeout(CONNECT_MILLIS));
    this.url = url;
    this.template = template;
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
    this.clock = clock;
  }

  @Override
  public Future<Void> send(Sms sms) {
    String body = template.body(sms);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    RequestOptions options =
        new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url.toString());
    Future<HttpClientRequest> opened = client.request(options);
    return opened
        .compose(
            request ->
                request
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Idempotency-Key", sms.id())
                    .putHeader(TIMESTAMP, timestamp)
                    .putHeader(SIGNATURE, signature(timestamp, body))
                    .send(Buffer.buffer(body)))
        .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .onFailure(late -> opened.onSuccess(HttpClientRequest::reset))
        .transform(
            answer ->
                answer.succeeded()
                    ? judge(sms, answer.result())
                    : failed(sms, unreachable(answer.cause()), false));
  }

  private static Future<Void> judge(Sms sms, HttpClientResponse response) {
    int status = response.statusCode();
    // Read to its end without being looked at, so that the connection serves again.
    response
        .end()
        .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .onFailure(endless -> response.request().reset());
    if (status >= 200 && status < 300) {
      LOG.info("text_message id={} status={}", sms.id(), status);
      return Future.succeededFuture();
    }
    boolean lasting = status >= 400 && status < 500 && !PASSING.contains(status);
    return failed(sms, "the gateway answered " + status, lasting);
  }

  private static Future<Void> failed(Sms sms, String problem, boolean lasting) {
    LOG.warn("text_message id={} problem=\"{}\" lasting={}", sms.id(), problem, lasting);
    return Future.failedFuture(new NotSent(problem, lasting));
  }

  /** The kind of fault and no more: its message may name addresses that alerts need not show. */
  private static String unreachable(Throwable cause) {
    return cause instanceof TimeoutException
        ? "the gateway did not answer within " + ANSWER_SECONDS + " s"
        : "the gateway is not reached (" + cause.getClass().getSimpleName() + ")";
  }

  private String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      byte[] digest = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not work on this Java", e);
    }
  }
}
