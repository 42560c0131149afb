package io.dispatch120.locator.caller;

import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.locator.position.Measurements;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Findings;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.Optional;

/** What somebody with a location-sharing link does over HTTP. */
public final class CallerOperations {
  /** Scope of idempotency keys; the link's token is in the path. */
  private static final String SCOPE = "link";

  private final DispatchApi api;
  private final Measurements measurements;

  public CallerOperations(DispatchApi api, Measurements measurements) {
    this.api = api;
    this.measurements = measurements;
  }

  public void bindTo(ContractRouter router) {
    router
        .on("getLocator", this::getLocator)
        .on("reportCallerLocation", this::reportLocation)
        .on("answerPresence", this::answerPresence)
        .on("postCallerMessage", this::postMessage);
  }

  private Future<Answer> getLocator(Request request) {
    return api.findLocator(request.parameter("token"))
        .map(found -> Answer.ok(found.orElseThrow(CallerOperations::unknownLink)));
  }

  private Future<Answer> reportLocation(Request request) {
    Fields fields = request.fields();
    Findings findings = new Findings();
    measurements.checkTime(fields, findings);
    findings.throwIfAny();
    LocationReport report =
        new LocationReport(
            measurements.placeOf(fields),
            fields.numberOrNull("radiusMeters"),
            FixSource.LINK,
            Measurements.datumOf(fields),
            measurements.timeOf(fields));
    return api.reportLocation(request.parameter("token"), request.key(SCOPE), report)
        .map(CallerOperations::answer);
  }

  private Future<Answer> answerPresence(Request request) {
    return api.answerPresence(
            request.parameter("token"),
            request.key(SCOPE),
            request.fields().choice("callerWithPatient", CallerWithPatient.class))
        .map(CallerOperations::answer);
  }

  private Future<Answer> postMessage(Request request) {
    return api.postMessage(
            request.parameter("token"), request.key(SCOPE), request.fields().personal("text"))
        .map(CallerOperations::answer);
  }

  private static Answer answer(Optional<Reply<LocatorView>> found) {
    Reply<LocatorView> reply = found.orElseThrow(CallerOperations::unknownLink);
    if (reply instanceof Reply.Ok<LocatorView> ok) {
      return Answer.created(ok.value()).replayed(ok.replayed());
    }
    if (reply instanceof Reply.No<LocatorView> no) {
      throw Problem.of(no.refusal()).asException();
    }
    throw Problem.keyReused().asException();
  }

  /** The same for a token that never was, was revoked or has expired. */
  static ProblemException unknownLink() {
    return Problem.notFound("This link is not valid any more.").asException();
  }
}
