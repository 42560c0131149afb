package io.dispatch120.dispatch.command;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Names of ECG files, and work on them that takes too long for a loop. */
final class EcgWork {
  private EcgWork() {}

  static <T> Future<T> ask(Executor workers, Supplier<T> question) {
    Promise<T> answer = Promise.promise();
    workers.execute(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failure) {
            answer.fail(failure);
          }
        });
    return answer.future();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not on this Java", e);
    }
  }

  /** The same for the same text. */
  static UUID name(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
