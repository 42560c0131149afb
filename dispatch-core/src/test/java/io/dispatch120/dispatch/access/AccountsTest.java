package io.dispatch120.dispatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.DispatchApi.SignIn;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Executor AT_ONCE = Runnable::run;
  private static final SessionUser ANNA =
      new SessionUser("Anna", Role.DISPATCHER, new CenterId("c"), null, null, null);

  private static Passwords passwords;
  private static String hash;

  private Instant now = Instant.parse("2026-11-22T04:00:00Z");
  private long nanos;
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemorySessions sessions = new InMemorySessions(() -> now);
  private final List<String> announced = new ArrayList<>();
  private final Accounts accounts = accounts(passwords);

  @BeforeAll
  static void hashOnce() {
    passwords = new Passwords(AT_ONCE);
    hash = Passwords.hash("secret");
  }

  private Accounts accounts(Passwords with) {
    users.save(new Account(ANNA, hash, false));
    return new Accounts(
        users, sessions, with, () -> now, new SecureRandom(), () -> nanos, announced::add);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  private static <T> T result(Future<T> future) {
    assertThat(future.succeeded()).as("%s", future.cause()).isTrue();
    return future.result();
  }

  private SignIn signIn(String username, String password) {
    return result(accounts.signIn(username, password, user -> true));
  }

  @Test
  void hashesWithArgon2idAndTheRecommendedParameters() {
    assertThat(hash)
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .isNotEqualTo(Passwords.hash("secret"));
  }

  @Test
  void opensASessionForTheRightPasswordWhateverTheCaseOfTheName() {
    SignIn signIn = signIn("ANNA", "secret");
    assertThat(signIn.user()).isEqualTo(ANNA);
    assertThat(signIn.expiresAt()).isEqualTo(now.plus(Duration.ofHours(12)));
    assertThat(signIn.token()).hasSize(43).doesNotContain("=", "+", "/");
    assertThat(result(accounts.findSession(signIn.token()))).contains(ANNA);
    assertThat(signIn("anna", "secret").token()).isNotEqualTo(signIn.token());
  }

  @Test
  void answersWrongPasswordUnknownUserAndDisabledAccountAlike() {
    users.save(
        new Account(
            new SessionUser("gone", Role.DISPATCHER, new CenterId("c"), null, null, null),
            hash,
            true));
    SignIn wrong = signIn("anna", "Secret");
    assertThat(wrong).isEqualTo(new SignIn(null, null, null, null));
    assertThat(signIn("nobody", "secret")).isEqualTo(wrong);
    assertThat(signIn("gone", "secret")).isEqualTo(wrong);
    assertThat(signIn("nobody", "nobody")).isEqualTo(wrong);
  }

  @Test
  void checksUnknownUsersAgainstAHashOfTheSameCost() {
    long known = nanosOf(() -> signIn("anna", "wrong"));
    long unknown = nanosOf(() -> signIn("nobody", "wrong"));
    assertThat(unknown).isGreaterThan(known / 4);
  }

  private static long nanosOf(Runnable work) {
    work.run();
    long begin = System.nanoTime();
    work.run();
    return System.nanoTime() - begin;
  }

  @Test
  void slowsAnAccountDownAfterFiveWrongPasswordsAndEverLonger() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("anna", "wrong").retryAfterSeconds()).isNull();
    }
    assertThat(signIn("Anna", "secret").retryAfterSeconds()).isEqualTo(2);
    assertThat(signIn("someone-else", "wrong").retryAfterSeconds()).isNull();
    pass(Duration.ofSeconds(2));
    assertThat(signIn("anna", "wrong").retryAfterSeconds()).isNull();
    assertThat(signIn("anna", "wrong").retryAfterSeconds()).isEqualTo(4);
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofSeconds(300));
      assertThat(signIn("anna", "wrong").retryAfterSeconds()).isNull();
    }
    assertThat(signIn("anna", "secret").retryAfterSeconds()).isEqualTo(300);
    pass(Duration.ofSeconds(300));
    assertThat(signIn("anna", "secret").token()).isNotNull();
    assertThat(signIn("anna", "wrong").retryAfterSeconds()).isNull();
  }

  @Test
  void tellsToComeBackWhenTooManyAttemptsWait() {
    Accounts flooded =
        accounts(
            new Passwords(
                work -> {
                  throw new RejectedExecutionException();
                }));
    assertThat(result(flooded.signIn("anna", "secret", user -> true)).retryAfterSeconds())
        .isEqualTo(1);
  }

  @Test
  void opensNoSessionForWhoeverIsNotAdmittedHere() {
    SignIn signIn = result(accounts.signIn("anna", "secret", user -> false));
    assertThat(signIn.token()).isNull();
    assertThat(signIn.user()).isEqualTo(ANNA);
    assertThat(result(accounts.signIn("anna", "wrong", user -> false)).user()).isNull();
  }

  @Test
  void endsASessionAtOnceHereAndTellsTheOthers() {
    String token = signIn("anna", "secret").token();
    result(accounts.findSession(token));
    result(accounts.signOut(token));
    assertThat(result(accounts.findSession(token))).isEmpty();
    assertThat(announced).containsExactly(Accounts.hash(token));
  }

  @Test
  void feelsARevocationElsewhereWhenItHearsOfItAndAtTheLatestAfterFiveSeconds() {
    String one = signIn("anna", "secret").token();
    String other = signIn("anna", "secret").token();
    result(accounts.findSession(one));
    result(accounts.findSession(other));
    result(sessions.revokeAllOf("Anna"));
    assertThat(result(accounts.findSession(one))).isPresent();
    accounts.forget(Accounts.hash(one));
    assertThat(result(accounts.findSession(one))).isEmpty();
    pass(Duration.ofSeconds(5));
    assertThat(result(accounts.findSession(other))).isEmpty();
  }

  @Test
  void asksTheStoreOnceForManyRequestsInARow() {
    String token = signIn("anna", "secret").token();
    for (int i = 0; i < 100; i++) {
      result(accounts.findSession(token));
    }
    assertThat(sessions.asked.get()).isEqualTo(1);
  }

  @Test
  void forgetsASessionAfterTwelveHours() {
    String token = signIn("anna", "secret").token();
    pass(Duration.ofHours(12));
    assertThat(result(accounts.findSession(token))).isEmpty();
  }

  @Test
  void knowsNoOverlongOrEmptyTokens() {
    assertThat(result(accounts.findSession(""))).isEmpty();
    assertThat(result(accounts.findSession("x".repeat(100_000)))).isEmpty();
    assertThat(sessions.asked.get()).isEqualTo(1);
  }

  @Test
  void redeemsATicketOnceAndOnlyForThirtySeconds() {
    String token = signIn("anna", "secret").token();
    String ticket = result(accounts.issueTicket(token)).orElseThrow().ticket();
    assertThat(result(accounts.redeemTicket(ticket)).map(SessionStore.Session::user))
        .contains(ANNA);
    assertThat(result(accounts.redeemTicket(ticket))).isEmpty();
    String late = result(accounts.issueTicket(token)).orElseThrow().ticket();
    pass(Duration.ofSeconds(30));
    assertThat(result(accounts.redeemTicket(late))).isEmpty();
    assertThat(result(accounts.issueTicket("unknown"))).isEmpty();
  }
}
