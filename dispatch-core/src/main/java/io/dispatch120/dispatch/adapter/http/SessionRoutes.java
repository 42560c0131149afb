package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.DispatchApi.SignIn;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.dispatch120.web.SessionTokens;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Objects;

/** Signing in and out, and tickets for sockets. */
final class SessionRoutes {
  private final Accounts accounts;
  private final SessionTokens tokens;

  SessionRoutes(Accounts accounts, SessionTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  void bind(ContractRouter router) {
    router
        .on("signIn", this::signIn)
        .on("signOut", this::signOut)
        .on("getMe", request -> Future.succeededFuture(Answer.ok(request.session())))
        .on("issueTicket", this::issueTicket);
  }

  private record SessionAnswer(String token, Instant expiresAt, SessionUser user) {}

  private Future<Answer> signIn(Request request) {
    return accounts
        .signIn(
            request.fields().text("username"),
            request.fields().text("password"),
            user -> RoleTable.admits(user.role()))
        .map(this::answer);
  }

  private Answer answer(SignIn signIn) {
    if (signIn.retryAfterSeconds() != null) {
      throw Problem.rateLimited(signIn.retryAfterSeconds()).asException();
    }
    if (signIn.user() == null) {
      throw Problem.of(401, "wrong_credentials", "Wrong user name or password.").asException();
    }
    if (signIn.token() == null || signIn.expiresAt() == null) {
      throw Problem.of(403, "forbidden", "This account signs in on the public edge.").asException();
    }
    return Answer.created(new SessionAnswer(signIn.token(), signIn.expiresAt(), signIn.user()))
        .with("Set-Cookie", tokens.cookie(signIn.token(), Accounts.SESSION.toSeconds()));
  }

  private Future<Answer> signOut(Request request) {
    return accounts
        .signOut(token(request))
        .map(done -> Answer.noContent().with("Set-Cookie", tokens.expiredCookie()));
  }

  private Future<Answer> issueTicket(Request request) {
    return accounts
        .issueTicket(token(request))
        .map(
            ticket ->
                Answer.created(
                    ticket.orElseThrow(
                        () ->
                            Problem.of(401, "not_signed_in", "The session has ended.")
                                .asException())));
  }

  private static String token(Request request) {
    return Objects.requireNonNull(request.token(), "a session has a token");
  }
}
