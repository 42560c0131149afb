package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.MOBILE;
import static io.dispatch120.dispatch.incident.Given.call;
import static io.dispatch120.dispatch.incident.Given.callOf;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.east;
import static io.dispatch120.dispatch.incident.Given.priority;
import static io.dispatch120.dispatch.incident.Given.received;
import static io.dispatch120.dispatch.incident.Given.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command.LinkCall;
import io.dispatch120.dispatch.api.Command.ReopenIncident;
import io.dispatch120.dispatch.api.Command.ReportLocation;
import io.dispatch120.dispatch.api.Command.SendMessage;
import io.dispatch120.dispatch.api.Command.UnlinkCall;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.journal.Projection;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTest {
  private final DispatchScenario scenario = DispatchScenario.with(unit("A01"));

  @Test
  void joinsACallWithAllThatIsItsOwn() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = received(scenario, call(MOBILE, null));
    CallId call = callOf(scenario, second);
    scenario.does(Given.fix(second, MEIXIHU, FixSource.AML));
    scenario.does(new SendMessage(second, MessageSender.CALLER, new Personal("at the gate")));
    scenario.does(priority(first, Priority.P3));
    scenario.does(priority(second, Priority.P2));

    scenario.does(new LinkCall(call, first, false));

    Incident joined = scenario.incident(first);
    assertThat(joined.calls()).hasSize(2);
    assertThat(joined.patients()).hasSize(2);
    assertThat(joined.whereabouts().fixes()).hasSize(2);
    assertThat(joined.messages()).hasSize(1);
    assertThat(joined.links()).hasSize(1);
    assertThat(joined.details().priority()).isEqualTo(Priority.P2);
    assertThat(scenario.incident(second).closure().outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(scenario.incident(second).closure().absorbedInto()).isEqualTo(first);
    assertThat(scenario.deadlines(second)).isEmpty();
  }

  @Test
  void countsOnePatientWhenItIsTheSame() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = calledFrom(scenario, MEIXIHU);
    scenario.does(new LinkCall(callOf(scenario, second), first, true));
    assertThat(scenario.incident(first).patients()).hasSize(1);
  }

  @Test
  void bringsMorePatientsAlong() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = calledFrom(scenario, MEIXIHU);
    Given.morePatients(scenario, second);
    CallId call = callOf(scenario, second);
    scenario.does(new LinkCall(call, first, false));
    assertThat(scenario.incident(first).patients()).hasSize(3);
    scenario.does(new UnlinkCall(call));
    assertThat(scenario.incident(first).patients()).hasSize(1);
    assertThat(scenario.incident(second).patients()).hasSize(2);
  }

  @Test
  void countsAnUntriagedCallAsTheMostUrgent() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    scenario.does(priority(first, Priority.P3));
    IncidentId second = calledFrom(scenario, MEIXIHU);
    CallId call = callOf(scenario, second);
    scenario.does(new LinkCall(call, first, true));
    assertThat(scenario.incident(first).details().priority()).isEqualTo(Priority.P1);
    scenario.does(new UnlinkCall(call));
    assertThat(scenario.incident(first).details().priority()).isEqualTo(Priority.P3);
  }

  @Test
  void leavesAPinWithTheIncidentItWasSetFor() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = calledFrom(scenario, MEIXIHU);
    scenario.does(Given.pin(second, east(MEIXIHU, 0.05)));
    scenario.does(new LinkCall(callOf(scenario, second), first, true));
    assertThat(position(first)).isEqualTo(MEIXIHU);
  }

  @Test
  void neverTakesThePhoneOfABystanderForThePlace() {
    IncidentId first = received(scenario, call(MOBILE, null));
    IncidentId second = calledFrom(scenario, MEIXIHU);
    scenario.does(Given.caller(second, CallerWithPatient.NO));
    CallId call = callOf(scenario, second);
    scenario.does(new LinkCall(call, first, true));
    scenario.does(new ReportLocation(first, Given.at(east(MEIXIHU, 0.01), FixSource.LINK), call));
    assertThat(IncidentPositions.positionOf(scenario.incident(first), scenario.now())).isEmpty();
    assertThat(scenario.incident(first).whereabouts().fixes()).hasSize(2);
  }

  @Test
  void refusesWhatCannotBeLinked() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = calledFrom(scenario, MEIXIHU);
    IncidentId third = calledFrom(scenario, MEIXIHU);
    CallId call = callOf(scenario, second);
    assertThat(scenario.refuses(new LinkCall(call, second, true)))
        .isEqualTo(RefusalCode.CALL_ALREADY_LINKED);
    assertThat(scenario.refuses(new LinkCall(new CallId("unknown"), first, true)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(scenario.refuses(new LinkCall(call, new IncidentId("unknown"), true)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    scenario.does(new LinkCall(call, first, true));
    assertThat(scenario.refuses(new LinkCall(call, first, true)))
        .isEqualTo(RefusalCode.CALL_ALREADY_LINKED);
    assertThat(scenario.refuses(new LinkCall(call, third, true)))
        .isEqualTo(RefusalCode.CALL_ALREADY_LINKED);
    // With two calls it is no longer one call's own incident.
    assertThat(scenario.refuses(new LinkCall(callOf(scenario, first), third, true)))
        .isEqualTo(RefusalCode.INCIDENT_BUSY);
    assertThat(scenario.refuses(new ReopenIncident(second, new Personal("mistake"))))
        .isEqualTo(RefusalCode.CALL_ALREADY_LINKED);
  }

  @Test
  void takesBackWhatTheCallLearntMeanwhile() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = calledFrom(scenario, MEIXIHU);
    CallId call = callOf(scenario, second);
    scenario.does(new LinkCall(call, first, false));
    scenario.does(new ReportLocation(first, Given.at(east(MEIXIHU, 0.001), FixSource.AML), call));
    var patient = scenario.incident(second).patients().get(0).id();
    scenario.does(Given.outcome(patient, Outcome.REFUSED));

    scenario.does(new UnlinkCall(call));

    Incident restored = scenario.incident(second);
    assertThat(restored.whereabouts().fixes()).hasSize(2);
    assertThat(restored.patients().get(0).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(scenario.incident(first).whereabouts().fixes()).hasSize(1);
    assertThat(scenario.incident(first).patients()).hasSize(1);
  }

  @Test
  void letsRowsFollowTheCall() {
    IncidentId first = calledFrom(scenario, MEIXIHU);
    IncidentId second = received(scenario, call(MOBILE, null));
    CallId call = callOf(scenario, second);
    Incident before = scenario.incident(second);
    scenario.does(new LinkCall(call, first, false));
    Incident absorbed = scenario.incident(second);
    assertThat(
            Projection.rows(Optional.of(before), absorbed, DispatchScenario.POLICY, scenario.now()))
        .filteredOn(IncidentRow.class::isInstance)
        .allSatisfy(row -> assertThat(((IncidentRow) row).calls()).isEmpty());
    scenario.does(new UnlinkCall(call));
    assertThat(
            Projection.rows(
                Optional.of(absorbed),
                scenario.incident(second),
                DispatchScenario.POLICY,
                scenario.now()))
        .filteredOn(LinkRow.class::isInstance)
        .hasSize(1);
  }

  /** A call that is linked and unlinked leaves both incidents as if it had not been. */
  @Property(tries = 100)
  void restoresBothIncidents(
      @ForAll boolean samePatient,
      @ForAll Priority firsts,
      @ForAll Priority seconds,
      @ForAll @IntRange(max = 3) int fixes,
      @ForAll @IntRange(max = 2) int patients,
      @ForAll boolean pinned,
      @ForAll boolean sent) {
    DispatchScenario story = DispatchScenario.with(unit("A01"));
    IncidentId first = calledFrom(story, MEIXIHU);
    IncidentId second = received(story, call(MOBILE, null));
    story.does(priority(first, firsts));
    story.does(priority(second, seconds));
    for (int i = 0; i < fixes; i++) {
      story.does(Given.fix(second, east(MEIXIHU, 0.01 * i), FixSource.values()[1 + i]));
      story.does(new SendMessage(second, MessageSender.CALLER, new Personal("message " + i)));
    }
    for (int i = 0; i < patients; i++) {
      Given.morePatients(story, second);
    }
    if (pinned) {
      story.does(Given.pin(second, MEIXIHU));
    }
    if (sent) {
      Given.unitAt(story, first, "A01", Milestone.EN_ROUTE);
    }
    List<Object> firstBefore = essence(story.incident(first));
    List<Object> secondBefore = essence(story.incident(second));
    CallId call = callOf(story, second);

    story.does(new LinkCall(call, first, samePatient));
    assertThat(IncidentStatuses.of(story.incident(second))).isEqualTo(IncidentStatus.CLOSED);
    story.does(new UnlinkCall(call));

    assertThat(essence(story.incident(first))).isEqualTo(firstBefore);
    assertThat(essence(story.incident(second))).isEqualTo(secondBefore);
  }

  /** All but revisions, the count of edits and the alerts of the meantime. */
  private static List<Object> essence(Incident incident) {
    return List.of(
        incident.details().atVersion(0),
        incident.calls(),
        incident.patients(),
        incident.whereabouts(),
        incident.assignments(),
        incident.links(),
        incident.messages(),
        incident.closed(),
        incident.alerts().stream()
            .filter(a -> a.live() && a.kind() != AlertKind.LOCATION_CONFLICT)
            .toList(),
        IncidentStatuses.of(incident));
  }

  private Object position(IncidentId id) {
    return IncidentPositions.positionOf(scenario.incident(id), scenario.now())
        .orElseThrow()
        .position();
  }
}
