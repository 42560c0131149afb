package io.dispatch120.locator.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dispatch120.web.Problem;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * So many requests a minute for each key, in a row or spread. Keys are forgotten when they have
 * been quiet long enough to be full again. Per node. Thread-safe, O(1).
 */
public final class RateLimit {
  private static final int MOST_KEYS = 100_000;

  private final int perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(Duration.ofMinutes(2)).build();

  public RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Counts one request; false when it is one too many. */
  public boolean tryTake(String key) {
    return bucket(key).tryConsume(1);
  }

  /**
   * Counts one request.
   *
   * @throws io.dispatch120.web.ProblemException 429 with {@code Retry-After} when it is one too
   *     many
   */
  public void take(String key) {
    long waitNanos = bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    if (waitNanos > 0) {
      throw Problem.rateLimited(Duration.ofNanos(waitNanos).toSeconds() + 1).asException();
    }
  }

  private Bucket bucket(String key) {
    return buckets.get(
        key,
        ignored ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
  }
}
