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

  /** Must be called on the request's context before anything else has read from it. */
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
    request.exceptionHandler(promise::tryFail);
    request.endHandler(
        end -> {
          if (collected.length > limitBytes) {
            promise.tryFail(tooLarge().asException());
          } else {
            promise.tryComplete(collected.buffer);
          }
        });
    return promise.future();
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
