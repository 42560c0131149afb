package io.dispatch120.dispatch.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Slows an account down after wrong passwords, never a whole address: a dispatch centre sits behind
 * one. Five are free; then each further one doubles the wait. Counts per node, in memory, for the
 * accounts tried lately. Thread-safe.
 */
final class Throttle {
  private static final int FREE = 5;
  private static final long FIRST_WAIT_SECONDS = 2;
  // Long enough to make guessing hopeless, short enough not to lock a dispatcher out of a shift.
  private static final long LONGEST_WAIT_SECONDS = 300;
  private static final int MAX_ACCOUNTS = 10_000;

  private record Failures(int count, long blockedUntilNanos) {}

  private final Ticker ticker;
  private final Cache<String, Failures> failures;

  Throttle(Ticker ticker) {
    this.ticker = ticker;
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(MAX_ACCOUNTS)
            .expireAfterWrite(Duration.ofHours(1))
            .ticker(ticker)
            .build();
  }

  /** How many seconds the account still has to wait, empty when it may try now. */
  OptionalLong waitSeconds(String username) {
    Failures known = failures.getIfPresent(key(username));
    long nanos = known == null ? 0 : known.blockedUntilNanos() - ticker.read();
    return known == null || known.count() < FREE || nanos <= 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds()));
  }

  void failed(String username) {
    failures
        .asMap()
        .compute(
            key(username),
            (name, known) -> {
              int count = known == null ? 1 : known.count() + 1;
              long wait =
                  Math.min(
                      LONGEST_WAIT_SECONDS,
                      FIRST_WAIT_SECONDS << Math.min(20, Math.max(0, count - FREE)));
              return new Failures(count, ticker.read() + Duration.ofSeconds(wait).toNanos());
            });
  }

  void succeeded(String username) {
    failures.invalidate(key(username));
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
