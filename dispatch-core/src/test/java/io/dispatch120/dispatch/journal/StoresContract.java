package io.dispatch120.dispatch.journal;

import static io.dispatch120.dispatch.journal.Scenario.assign;
import static io.dispatch120.dispatch.journal.Scenario.close;
import static io.dispatch120.dispatch.journal.Scenario.closed;
import static io.dispatch120.dispatch.journal.Scenario.command;
import static io.dispatch120.dispatch.journal.Scenario.receiveCall;
import static io.dispatch120.dispatch.journal.Scenario.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.IncidentStore.Query;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.dispatch120.dispatch.journal.TimerStore.Due;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage finds again of what the journal took. */
public abstract class StoresContract extends StorageContract {
  private static final Instant FAR = Instant.now().plus(1, ChronoUnit.DAYS);

  @Test
  void foldsAnIncidentFromItsEntries() {
    Committed opened = commit(receiveCall(center, incident));

    Incident found = await(ports().incidents().find(center, incident)).orElseThrow();

    assertThat(found.revision()).isEqualTo(opened.lastSeq());
    assertThat(found.number()).isEqualTo("XJ-20261122-0002");
    assertThat(found.calls())
        .singleElement()
        .satisfies(c -> assertThat(c.phone().text()).isEqualTo(Scenario.PHONE));
    assertThat(found.details().complaint()).isEqualTo(Complaint.CHEST_PAIN);
    assertThat(await(ports().incidents().find(center, other))).isEmpty();
  }

  @Test
  void foldsAnIncidentAsItOnceWas() {
    Committed opened = commit(receiveCall(center, incident));
    commit(assign(incident, opened.lastSeq(), unit(1), 0));

    Incident before =
        await(ports().incidents().findAsOf(center, incident, opened.lastSeq())).orElseThrow();

    assertThat(before.assignments()).isEmpty();
    assertThat(await(ports().incidents().find(center, incident)).orElseThrow().assignments())
        .hasSize(1);
    assertThat(await(ports().incidents().findAsOf(center, incident, 1))).isEmpty();
  }

  @Test
  void listsTheEntriesOfOneIncident() {
    commit(receiveCall(center, other));
    commit(receiveCall(center, incident));

    assertThat(await(ports().incidents().listEntries(center, incident)))
        .extracting(JournalEntry::seq)
        .containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void findsIncidentsByWhatBelongsToThem() {
    Committed opened = commit(receiveCall(center, incident));
    commit(assign(incident, opened.lastSeq(), unit(1), 0));
    AlertId alert = new AlertId("alert-" + incident);
    commit(
        command(
            List.of(),
            List.of(),
            List.of(new AlertRow(alert, incident, AlertKind.NOT_EN_ROUTE, false))));
    IncidentStore incidents = ports().incidents();

    assertThat(await(incidents.findIdByAssignment(center, Scenario.assignment(incident, unit(1)))))
        .contains(incident);
    assertThat(await(incidents.findIdByCall(center, Scenario.call(incident)))).contains(incident);
    assertThat(await(incidents.findIdByPatient(center, Scenario.patient(incident))))
        .contains(incident);
    assertThat(await(incidents.findIdByAlert(center, alert))).contains(incident);
    assertThat(await(incidents.findIdByAlert(new CenterId("elsewhere"), alert))).isEmpty();
    assertThat(await(incidents.findIdByAssignment(center, new AssignmentId("x")))).isEmpty();
    assertThat(await(incidents.findIdByCall(center, new CallId("x")))).isEmpty();
    assertThat(await(incidents.findIdByPatient(center, new PatientId("x")))).isEmpty();
  }

  @Test
  void letsACallFollowToTheOpenIncidentItWasLinkedTo() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    CallId call = Scenario.call(other);
    RowChange.IncidentRow into =
        new RowChange.IncidentRow(
            incident,
            IncidentStatus.WAITING,
            Priority.P1,
            null,
            false,
            List.of(Scenario.call(incident), call),
            List.of(),
            List.of());

    commit(
        command(
            List.of(),
            List.of(),
            List.of(into, Scenario.row(other, IncidentStatus.CLOSED, true, Scenario.PHONE))));
    assertThat(await(ports().incidents().findIdByCall(center, call))).contains(incident);

    commit(close(other));
    assertThat(await(ports().incidents().findIdByCall(center, call))).contains(incident);

    commit(
        command(
            List.of(),
            List.of(),
            List.of(Scenario.row(other, IncidentStatus.WAITING, false, Scenario.PHONE))));
    assertThat(await(ports().incidents().findIdByCall(center, call))).contains(other);
  }

  @Test
  void listsIncidentsNewestFirstAndPageByPage() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));

    assertThat(list(query(null, null, null, null, 10))).containsExactly(other, incident);
    assertThat(list(query(null, null, null, null, 1))).containsExactly(other);
    assertThat(list(query(null, null, null, 6L, 10))).containsExactly(incident);
    assertThat(list(query(null, null, null, 2L, 10))).isEmpty();
  }

  @Test
  void narrowsListsByStatusNumberAndPhone() {
    commit(receiveCall(center, incident, "13900001111"));
    commit(receiveCall(center, other));
    commit(
        command(
            List.of(),
            List.of(),
            List.of(Scenario.row(other, IncidentStatus.CLOSED, true, Scenario.PHONE))));

    assertThat(list(query(IncidentStatus.WAITING, null, null, null, 9))).containsExactly(incident);
    assertThat(list(query(IncidentStatus.CLOSED, null, null, null, 9))).containsExactly(other);
    assertThat(list(query(null, Priority.P3, null, null, 9))).isEmpty();
    assertThat(list(query(null, null, "XJ-20261122-0006", null, 9))).containsExactly(other);
    assertThat(list(query(null, null, "XJ-2026", null, 9))).containsExactly(other, incident);
    assertThat(list(query(null, null, "%", null, 9))).isEmpty();
    assertThat(list(query(null, null, "+86 139-0000-1111", null, 9))).containsExactly(incident);
    assertThat(list(query(null, null, "1390000", null, 9))).isEmpty();
  }

  @Test
  void narrowsListsByTheTimeOfOpening() {
    Instant opened = commit(receiveCall(center, incident)).recordedAt();

    assertThat(await(ports().incidents().list(center, between(opened, opened.plusSeconds(1)))))
        .hasSize(1);
    assertThat(await(ports().incidents().list(center, between(null, opened)))).isEmpty();
    assertThat(await(ports().incidents().list(center, between(opened.plusSeconds(1), null))))
        .isEmpty();
  }

  @Test
  void forgetsAPhoneThatLeftAnIncident() {
    commit(receiveCall(center, incident, "13900001111"));
    commit(
        command(
            List.of(),
            List.of(),
            List.of(Scenario.row(incident, IncidentStatus.WAITING, false, "13900002222"))));

    assertThat(list(query(null, null, "13900001111", null, 9))).isEmpty();
    assertThat(list(query(null, null, "13900002222", null, 9))).containsExactly(incident);
  }

  @Test
  void givesDeadlinesOnceTheyAreDueTheLongestOverdueFirst() {
    commit(receiveCall(center, incident));
    commit(
        command(
            List.of(),
            List.of(),
            List.of(
                new TimerSet(incident, "late", 1, Duration.ofMillis(300)),
                new TimerSet(incident, "now", 2, Duration.ZERO),
                new TimerSet(incident, "tomorrow", 1, Duration.ofDays(1)))));

    Due now = new Due(incident, "now", 2);
    assertThat(due()).startsWith(now);
    Awaitility.await().until(() -> due().equals(List.of(now, new Due(incident, "late", 1))));
    assertThat(await(ports().timers().listDue(center, 1))).containsExactly(now);
  }

  @Test
  void replacesAndCancelsDeadlines() {
    commit(receiveCall(center, incident));
    commit(
        command(
            List.of(),
            List.of(),
            List.of(
                new TimerSet(incident, "a", 1, Duration.ZERO),
                new TimerSet(incident, "b", 1, Duration.ZERO))));
    commit(
        command(
            List.of(),
            List.of(),
            List.of(
                new TimerSet(incident, "a", 2, Duration.ZERO), new TimerCancelled(incident, "b"))));

    assertThat(due()).containsExactly(new Due(incident, "a", 2));
  }

  @Test
  void findsWhatALinkLeadsToAsLongAsItLives() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    String link = "link-" + incident;
    String hash = LocatorTokens.hash(ports().tokens().token(link));
    CallId call = Scenario.call(incident);
    Instant ends = FAR.truncatedTo(ChronoUnit.MICROS);
    commit(command(List.of(), List.of(), List.of(new LinkRow(link, incident, call, ends))));

    assertThat(await(ports().links().findLink(hash)))
        .contains(new LinkStore.Link(center, incident, link, call, ends));
    assertThat(await(ports().links().findLink(LocatorTokens.hash("guess")))).isEmpty();

    commit(command(List.of(), List.of(), List.of(new LinkRow(link, other, call, ends))));
    assertThat(await(ports().links().findLink(hash)).orElseThrow().incidentId()).isEqualTo(other);

    Instant closed = commit(close(other)).recordedAt();
    assertThat(await(ports().links().findLink(hash)).orElseThrow().expiresAt())
        .isEqualTo(closed.plus(LinkStore.AFTER_CLOSING));

    Instant past = Instant.now().minusSeconds(1);
    commit(command(List.of(), List.of(), List.of(new LinkRow(link, other, call, past))));
    assertThat(await(ports().links().findLink(hash))).isEmpty();
  }

  @Test
  void seedsACentreOnce() {
    assertThat(await(ports().catalogues().seed(Scenario.catalogue(center, 3)))).isFalse();
    assertThat(await(ports().catalogues().find(center))).contains(Scenario.catalogue(center, 12));
    assertThat(await(ports().catalogues().listCenters())).contains(center);
    assertThat(await(ports().catalogues().find(new CenterId("nowhere")))).isEmpty();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void keepsTheNewestPositionByDeviceTime() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    UnitPosition old = position(unit(1), 112.1, now.minusSeconds(5));
    UnitPosition fresh = position(unit(1), 112.2, now);

    await(ports().tracks().record(center, List.of(fresh, old, position(unit(2), 1, now))));
    await(ports().tracks().record(center, List.of(old)));
    await(ports().tracks().record(center, List.of()));

    assertThat(await(ports().tracks().listLast(center)))
        .containsExactly(fresh, position(unit(2), 1, now));
  }

  private static UnitPosition position(UnitId unit, double lng, Instant at) {
    return new UnitPosition(unit, new LngLat(lng, 28), at, 12.5, null, 5.0);
  }

  private List<Due> due() {
    return await(ports().timers().listDue(center, 10));
  }

  private List<IncidentId> list(Query query) {
    return await(ports().incidents().list(center, query)).stream().map(Incident::id).toList();
  }

  private static Query query(
      @Nullable IncidentStatus status,
      @Nullable Priority priority,
      @Nullable String text,
      @Nullable Long before,
      int limit) {
    return new Query(status, priority, null, text, null, null, before, limit);
  }

  private static Query between(@Nullable Instant from, @Nullable Instant to) {
    return new Query(null, null, null, null, from, to, null, 10);
  }
}
