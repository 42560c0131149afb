package io.dispatch120.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads a request's body whole, up to a limit. A body that is too large is read to its end and
 * thrown away, so that the client gets to see the answer; one that is far too large is cut off.
 */
final class BodyReader {
  private static final int PATIENCE = 16;

  private final int limitBytes;

  BodyReader(int limitBytes) {
    this.limitBytes = limitBytes;
  }

  /**
   * Throws the body away, so that the client gets to see an answer; ends the connection of one that
   * does not come to an end.
   */
  static void discard(HttpServerRequest request, int limitBytes) {
    long[] length = {0};
    request.handler(
        chunk -> {
          length[0] += chunk.length();
          if (length[0] > limitBytes) {
            request.connection().close();
          }
        });
    request.resume();
  }

  /**
   * Must be called on the request's context before anything else has read from it. One that was
   * paused goes on.
   */
  Future<Buffer> read(HttpServerRequest request) {
    Promise<Buffer> promise = Promise.promise();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    Collected collected = new Collected();
    request.handler(
        chunk -> {
          collected.take(chunk);
          if (collected.length > (long) PATIENCE * limitBytes) {
            request.pause();
            promise.tryFail(tooLarge().with("Connection", "close").asException());
          }
        });
    // A line that drops is no fault of ours; nobody is there to read the answer.
    request.exceptionHandler(lost -> promise.tryFail(cutOff().asException()));
    request.endHandler(
        end -> {
          if (collected.length > limitBytes) {
            promise.tryFail(tooLarge().asException());
          } else {
            promise.tryComplete(collected.buffer);
          }
        });
    request.resume();
    return promise.future();
  }

  private static Problem cutOff() {
    return Problem.of(400, "request_cut_off", "The request broke off; send it again.");
  }

  private Problem tooLarge() {
    return Problem.of(413, "body_too_large", "A body has at most " + limitBytes + " bytes.");
  }

  private final class Collected {
    private Buffer buffer = Buffer.buffer();
    private long length;

    private void take(Buffer chunk) {
      length += chunk.length();
      if (length <= limitBytes) {
        buffer.appendBuffer(chunk);
      } else {
        buffer = Buffer.buffer();
      }
    }
  }
}
