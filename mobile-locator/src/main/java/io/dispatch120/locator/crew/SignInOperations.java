package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.DispatchApi.SignIn;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.Request;
import io.dispatch120.web.SessionTokens;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Signing in and out at the edge, which is for crews and responders only. */
public final class SignInOperations {
  /** Everybody else signs in on the internal network. */
  public static final Set<Role> ROLES = EnumSet.of(Role.CREW, Role.RESPONDER);

  private final DispatchApi api;
  private final SessionTokens tokens;
  private final InstantSource clock;

  public SignInOperations(DispatchApi api, SessionTokens tokens, InstantSource clock) {
    this.api = api;
    this.tokens = tokens;
    this.clock = clock;
  }

  public void bindTo(ContractRouter router) {
    router
        .on("signIn", this::signIn)
        .on("signOut", this::signOut)
        .on("getMe", request -> Future.succeededFuture(Answer.ok(request.session())))
        .on("issueTicket", this::issueTicket);
  }

  private record Session(String token, Instant expiresAt, SessionUser user) {}

  private Future<Answer> signIn(Request request) {
    return api.signIn(request.fields().text("username"), request.fields().text("password"))
        .compose(this::answer);
  }

  private Future<Answer> answer(SignIn signIn) {
    Long retryAfterSeconds = signIn.retryAfterSeconds();
    if (retryAfterSeconds != null) {
      throw Problem.rateLimited(retryAfterSeconds).asException();
    }
    SessionUser user = signIn.user();
    if (user == null) {
      throw Problem.of(401, "wrong_credentials", "Wrong user name or password.").asException();
    }
    String token = signIn.token();
    Instant expiresAt = signIn.expiresAt();
    if (token == null || expiresAt == null) {
      throw notForThisRole();
    }
    if (!ROLES.contains(user.role())) {
      return api.signOut(token).compose(done -> Future.failedFuture(notForThisRole()));
    }
    long maxAgeSeconds = Math.max(0, Duration.between(clock.instant(), expiresAt).toSeconds());
    return Future.succeededFuture(
        Answer.created(new Session(token, expiresAt, user))
            .with("Set-Cookie", tokens.cookie(token, maxAgeSeconds)));
  }

  private static ProblemException notForThisRole() {
    return Problem.of(403, "forbidden", "Only crews and responders sign in here.").asException();
  }

  private Future<Answer> signOut(Request request) {
    return api.signOut(tokenOf(request))
        .map(done -> Answer.noContent().with("Set-Cookie", tokens.expiredCookie()));
  }

  private Future<Answer> issueTicket(Request request) {
    return api.issueTicket(tokenOf(request))
        .map(
            found ->
                found
                    .map(Answer::created)
                    .orElseThrow(
                        () ->
                            Problem.of(401, "not_signed_in", "The session has just ended.")
                                .asException()));
  }

  private static String tokenOf(Request request) {
    return Objects.requireNonNull(request.token(), "a signed-in request has a token");
  }
}
