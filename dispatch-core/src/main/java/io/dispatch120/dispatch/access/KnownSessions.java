package io.dispatch120.dispatch.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dispatch120.dispatch.access.SessionStore.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sessions this node has seen. Fresh ones need no look at the store; older ones stand in for it
 * while it is away, so that a dispatcher goes on working through an outage. Bounded, thread-safe.
 */
final class KnownSessions {
  private static final int MAX = 50_000;

  private final long freshNanos;
  private final Ticker ticker;
  private final Supplier<Instant> now;
  private final Cache<String, Seen> seen = Caffeine.newBuilder().maximumSize(MAX).build();

  private record Seen(Session session, long nanos) {}

  /**
   * @param fresh how long the store's word counts
   * @param now database time, by which sessions expire
   */
  KnownSessions(Duration fresh, Ticker ticker, Supplier<Instant> now) {
    this.freshNanos = fresh.toNanos();
    this.ticker = ticker;
    this.now = now;
  }

  /** One the store has confirmed lately. */
  Optional<Session> findFresh(String hash) {
    Seen known = find(hash);
    return known == null || ticker.read() - known.nanos() >= freshNanos
        ? Optional.empty()
        : Optional.of(known.session());
  }

  /**
   * One the store has confirmed at any time. It counts as fresh again: while the store is away, not
   * every request shall wait to find that out.
   */
  Optional<Session> trust(String hash) {
    Seen known = find(hash);
    if (known == null) {
      return Optional.empty();
    }
    keep(known.session());
    return Optional.of(known.session());
  }

  private @Nullable Seen find(String hash) {
    Seen known = seen.getIfPresent(hash);
    return known != null && known.session().expiresAt().isAfter(now.get()) ? known : null;
  }

  void keep(Session session) {
    seen.put(session.tokenHash(), new Seen(session, ticker.read()));
  }

  void forget(String hash) {
    seen.invalidate(hash);
  }

  void forgetAll() {
    seen.invalidateAll();
  }
}
