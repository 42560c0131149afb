package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.CaseStore;
import io.dispatch120.dispatch.journal.CaseStore.CaseRef;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.LiveCenters;
import io.dispatch120.dispatch.query.Workers;
import io.dispatch120.dispatch.report.ChestPainReport.Month;
import io.dispatch120.dispatch.report.ReportMaking.Measured;
import io.dispatch120.dispatch.view.HospitalSight;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of the past from the journal. A page of cases is folded at a time and only what the
 * report needs of it is kept; figures are made on a worker. Thread-safe.
 */
public final class Reports {
  /** Cases of a large center in some years; a report of more takes longer than anybody waits. */
  static final int MOST_CASES = 5_000;

  /** Folded at a time: their journal entries are in memory together. */
  private static final int PAGE = 20;

  private final CaseStore cases;
  private final IncidentStore incidents;
  private final LiveCenters live;
  private final Executor workers;

  public Reports(CaseStore cases, IncidentStore incidents, LiveCenters live, Executor workers) {
    this.cases = cases;
    this.incidents = incidents;
    this.live = live;
    this.workers = workers;
  }

  /** In which days and months of a center begin. */
  public ZoneId zone(CenterId center) {
    return live.getBoard(center).policy().zone();
  }

  /**
   * The cases opened from {@code from} on and before {@code to}.
   *
   * @param hospital only its own; null for all
   * @return empty when there are more than a report holds
   */
  public Future<Optional<ChestPainReport>> chestPain(
      CenterId center, Instant from, Instant to, @Nullable HospitalId hospital) {
    return new Gathering(center, from, to, hospital)
        .next(null)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<ChestPainReport>empty())
                    : Workers.ask(
                        workers, () -> Optional.of(report(center, from, to, found.get()))));
  }

  private ChestPainReport report(CenterId center, Instant from, Instant to, List<Measured> found) {
    CenterPolicy policy = live.getBoard(center).policy();
    Map<YearMonth, List<Measured>> months = new TreeMap<>();
    for (Measured one : found) {
      YearMonth month = YearMonth.from(one.file().of().openedAt().atZone(policy.zone()));
      months.computeIfAbsent(month, m -> new ArrayList<>()).add(one);
    }
    List<Month> byMonth = new ArrayList<>();
    months.forEach(
        (month, those) ->
            byMonth.add(
                new Month(month.toString(), ReportMaking.figures(those, policy.pathwayTargets()))));
    return new ChestPainReport(
        from,
        to,
        center,
        policy.zone().getId(),
        ReportMaking.figures(found, policy.pathwayTargets()),
        List.copyOf(byMonth),
        found.stream().map(ReportMaking::line).toList());
  }

  /** Page after page. */
  private final class Gathering {
    private final CenterId center;
    private final Instant from;
    private final Instant to;
    private final @Nullable HospitalId hospital;
    private final List<Measured> found = new ArrayList<>();
    private int seen;

    Gathering(CenterId center, Instant from, Instant to, @Nullable HospitalId hospital) {
      this.center = center;
      this.from = from;
      this.to = to;
      this.hospital = hospital;
    }

    /** Empty when there are too many. */
    Future<Optional<List<Measured>>> next(@Nullable CaseRef after) {
      return cases
          .list(center, from, to, after, PAGE)
          .compose(
              page -> {
                seen += page.size();
                if (page.isEmpty()) {
                  return Future.succeededFuture(Optional.of(found));
                }
                return seen > MOST_CASES
                    ? Future.succeededFuture(Optional.empty())
                    : read(page, 0)
                        .compose(
                            read ->
                                page.size() < PAGE
                                    ? Future.succeededFuture(Optional.of(found))
                                    : next(page.get(page.size() - 1)));
              });
    }

    private Future<Void> read(List<CaseRef> page, int at) {
      if (at == page.size()) {
        return Future.succeededFuture();
      }
      CaseRef ref = page.get(at);
      return incidents
          .find(center, ref.incidentId())
          .compose(incident -> Workers.ask(workers, () -> measured(incident, ref)))
          .compose(
              measured -> {
                measured.ifPresent(found::add);
                return read(page, at + 1);
              });
    }

    private Optional<Measured> measured(Optional<Incident> incident, CaseRef ref) {
      return incident
          .filter(i -> ofHospital(i, ref))
          .flatMap(i -> i.findCase(ref.patientId()).map(c -> CaseFile.of(i, c)))
          .map(Measured::of);
    }

    private boolean ofHospital(Incident incident, CaseRef ref) {
      return hospital == null || HospitalSight.of(incident, hospital).sees(ref.patientId());
    }
  }
}
