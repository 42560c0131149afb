package io.dispatch120.dispatch.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with argon2id, on a small pool of its own: one check takes tens of
 * milliseconds and 19 MiB. Thread-safe.
 */
public final class Passwords {
  // OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final Executor workers;

  /** Of no password: what an unknown user's attempt is checked against, to take the same time. */
  private final String nobody;

  /**
   * @param workers never the event loop; bounded, so that a flood of attempts is refused instead of
   *     queued without end
   */
  public Passwords(Executor workers) {
    this.workers = workers;
    this.nobody = hash("nobody");
  }

  /** A self-describing hash with a random salt. Takes its time: not for the event loop. */
  public static String hash(CharSequence password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] utf8 = password.toString().getBytes(StandardCharsets.UTF_8);
    return ARGON2ID.hash(utf8, salt).getResult();
  }

  /**
   * Whether the password is the one that was hashed.
   *
   * @param hash null for a user that does not exist: takes as long, and is false
   * @return fails with {@link RejectedExecutionException} when too many wait already
   */
  Future<Boolean> check(CharSequence password, @Nullable String hash) {
    return run(
        () -> {
          String against = hash == null ? nobody : hash;
          boolean same = Argon2Function.getInstanceFromHash(against).check(password, against);
          return same && hash != null;
        });
  }

  private <T> Future<T> run(Callable<T> work) {
    Promise<T> promise = Promise.promise();
    try {
      workers.execute(
          () -> {
            T result;
            try {
              result = work.call();
            } catch (Exception e) {
              promise.tryFail(e);
              return;
            }
            promise.tryComplete(result);
          });
    } catch (RejectedExecutionException e) {
      promise.fail(e);
    }
    return promise.future();
  }
}
