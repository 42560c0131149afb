package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.report.ChestPainReport;
import io.dispatch120.dispatch.report.ReportCsv;
import io.dispatch120.dispatch.report.ReportRange;
import io.dispatch120.dispatch.report.Reports;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Figures of the past: a supervisor's of the center, a hospital's of its own cases. */
final class ReportRoutes {
  private static final String CSV = "text/csv";

  private final Reports reports;

  ReportRoutes(Reports reports) {
    this.reports = reports;
  }

  void bind(ContractRouter router) {
    router.on("reportChestPain", this::chestPain);
  }

  private Future<Answer> chestPain(Request request) {
    SessionUser user = request.session();
    ReportRange range =
        ReportRange.parse(
                request.parameter("from"), request.parameter("to"), reports.zone(user.center()))
            .orElseThrow(
                () ->
                    Problem.invalid(
                            "from",
                            "and to are days like 2026-11-01 or instants, in order, at most three"
                                + " years apart")
                        .asException());
    HospitalId own =
        user.role() == Role.HOSPITAL ? Objects.requireNonNull(user.hospitalId()) : null;
    return reports
        .chestPain(user.center(), range.from(), range.to(), own)
        .map(
            found ->
                answer(
                    request,
                    found.orElseThrow(
                        () ->
                            Problem.of(
                                    422,
                                    "report_too_large",
                                    "There are more cases than a report holds; ask for less time.")
                                .asException())));
  }

  private static Answer answer(Request request, ChestPainReport report) {
    return request.accepts(CSV)
        ? Answer.content(
                CSV + "; charset=utf-8", ReportCsv.of(report).getBytes(StandardCharsets.UTF_8))
            .with("Content-Disposition", "attachment; filename=\"chest-pain.csv\"")
        : Answer.ok(report);
  }
}
