package io.dispatch120.dispatch.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dispatch120.dispatch.access.SessionStore.Session;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.api.DispatchApi.SignIn;
import io.dispatch120.dispatch.api.DispatchApi.Ticket;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out, sessions and one-time tickets. Tokens are opaque, 256 random bits, and stored
 * only as SHA-256. Sessions are cached for a moment; a revocation on this node is felt at once, on
 * another as soon as it is heard of ({@link #forget}), at the latest after {@link #CACHE}.
 * Thread-safe.
 */
public final class Accounts {
  public static final Duration SESSION = Duration.ofHours(12);
  public static final Duration TICKET = Duration.ofSeconds(30);
  static final Duration CACHE = Duration.ofSeconds(5);

  private static final int TOKEN_BYTES = 32;
  private static final int MAX_CACHED = 50_000;
  private static final int LONGEST_TOKEN = 200;
  private static final SignIn REFUSED = new SignIn(null, null, null, null);

  private final UserStore users;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final Supplier<Instant> now;
  private final SecureRandom random;
  private final Consumer<String> revoked;
  private final Throttle throttle;
  private final Cache<String, Session> cache;

  /**
   * @param now database time
   * @param ticker monotonic, for the cache and the slowing down
   * @param revoked told the hash of a token that was just revoked, to tell the other nodes
   */
  public Accounts(
      UserStore users,
      SessionStore sessions,
      Passwords passwords,
      Supplier<Instant> now,
      SecureRandom random,
      Ticker ticker,
      Consumer<String> revoked) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.now = now;
    this.random = random;
    this.revoked = revoked;
    this.throttle = new Throttle(ticker);
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHE)
            .ticker(ticker)
            .build();
  }

  /**
   * A session for the right password of an account that is not disabled.
   *
   * @param admitted who may sign in here; anybody else gets a sign-in with a user but no token, and
   *     only after the right password
   */
  public Future<SignIn> signIn(String username, String password, Predicate<SessionUser> admitted) {
    OptionalLong wait = throttle.waitSeconds(username);
    if (wait.isPresent()) {
      return Future.succeededFuture(slowedDown(wait.getAsLong()));
    }
    return users
        .find(username)
        .compose(
            found ->
                passwords
                    .check(password, found.map(Account::passwordHash).orElse(null))
                    .compose(same -> decide(username, found.orElse(null), same, admitted)))
        .recover(
            failure ->
                failure instanceof RejectedExecutionException
                    ? Future.succeededFuture(slowedDown(1))
                    : Future.failedFuture(failure));
  }

  private Future<SignIn> decide(
      String username, @Nullable Account account, boolean same, Predicate<SessionUser> admitted) {
    // Asked again: attempts sent all at once have been counted meanwhile.
    OptionalLong wait = throttle.waitSeconds(username);
    if (wait.isPresent()) {
      return Future.succeededFuture(slowedDown(wait.getAsLong()));
    }
    if (account == null || !same || account.disabled()) {
      throttle.failed(username);
      return Future.succeededFuture(REFUSED);
    }
    throttle.succeeded(username);
    return admitted.test(account.user())
        ? open(account.user())
        : Future.succeededFuture(new SignIn(null, null, account.user(), null));
  }

  private Future<SignIn> open(SessionUser user) {
    String token = newToken();
    Instant expiresAt = now.get().plus(SESSION);
    return sessions
        .create(new Session(hash(token), user, expiresAt))
        .map(done -> new SignIn(token, expiresAt, user, null));
  }

  private static SignIn slowedDown(long seconds) {
    return new SignIn(null, null, null, seconds);
  }

  /** Empty for a token that is unknown, revoked or expired. */
  public Future<Optional<SessionUser>> findSession(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Future.succeededFuture(Optional.empty());
    }
    return findByHash(hash(token)).map(found -> found.map(Session::user));
  }

  private Future<Optional<Session>> findByHash(String hash) {
    Session known = cache.getIfPresent(hash);
    if (known != null && known.expiresAt().isAfter(now.get())) {
      return Future.succeededFuture(Optional.of(known));
    }
    return sessions
        .find(hash)
        .onSuccess(found -> found.ifPresent(session -> cache.put(hash, session)));
  }

  /** Ends the session; its token works nowhere any more. */
  public Future<Void> signOut(String token) {
    String hash = hash(token);
    return sessions
        .revoke(hash)
        .map(
            done -> {
              forget(hash);
              revoked.accept(hash);
              return null;
            });
  }

  /** A revocation heard of from elsewhere: the next request asks the store. */
  public void forget(String tokenHash) {
    cache.invalidate(tokenHash);
  }

  /** Every session was or may have been revoked, as when a password changes. */
  public void forgetAll() {
    cache.invalidateAll();
  }

  /** A ticket to open one socket with; empty when the session has ended. */
  public Future<Optional<Ticket>> issueTicket(String token) {
    String sessionHash = hash(token);
    return findSession(token)
        .compose(
            user -> {
              if (user.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              String ticket = newToken();
              Instant expiresAt = now.get().plus(TICKET);
              return sessions
                  .createTicket(hash(ticket), sessionHash, expiresAt)
                  .map(done -> Optional.of(new Ticket(ticket, expiresAt)));
            });
  }

  /** Takes the ticket; gives its user once. */
  public Future<Optional<Session>> redeemTicket(String ticket) {
    return sessions.redeemTicket(hash(ticket));
  }

  /** Whether a session, named by the hash of its token, has neither ended nor expired. */
  public Future<Boolean> isLive(String tokenHash) {
    return findByHash(tokenHash).map(Optional::isPresent);
  }

  private String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** How a token or ticket is stored: SHA-256 in lower-case hex. */
  public static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
