package io.dispatch120.dispatch.command;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.request;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two nodes that hear nothing of each other between their polls: each board is stale. */
class CenterCommandsTest {
  private final QuietCenter here = new QuietCenter();
  private final QuietCenter there = here.peer();

  private static Command priority(IncidentId id, Priority priority) {
    return new Command.ChangeDetails(id, null, null, null, null, priority, null, null);
  }

  private Incident present(IncidentId id) {
    return here.storage.incidents().find(CENTER, id).result().orElseThrow();
  }

  @Test
  void decidesAgainWhenTheBoardWasOld() {
    IncidentId incident = here.opened();
    there.does(priority(incident, Priority.P2));

    here.does(assign(incident, 1));

    assertThat(present(incident).liveAssignments()).hasSize(1);
  }

  @Test
  void doesNotRefuseWhatOnlyAnOldBoardForbids() {
    IncidentId incident = here.opened();
    Command.SetAvailability off = new Command.SetAvailability(unit(1), Duty.OFF_DUTY, null, null);
    here.does(off);
    there.does(new Command.SetAvailability(unit(1), Duty.AVAILABLE, null, null));

    here.does(assign(incident, 1));

    assertThat(present(incident).liveAssignments()).hasSize(1);
  }

  @Test
  void refusesWhatTheTruthForbids() {
    IncidentId first = here.opened();
    IncidentId second = here.opened();
    here.does(assign(first, 1));

    CommandResult refused = there.answer(request(assign(second, 1)));

    assertThat(((CommandResult.Refused) refused).refusal().code())
        .isEqualTo(RefusalCode.UNIT_COMMITTED);
  }

  @Test
  void neverCallsDoneWhatOnlyAnOldBoardShows() {
    IncidentId incident = here.opened();
    here.does(priority(incident, Priority.P2));
    there.does(priority(incident, Priority.P1));

    here.does(priority(incident, Priority.P2));

    assertThat(present(incident).details().priority()).isEqualTo(Priority.P2);
  }

  @Test
  void doesNotDoLaterWhatItAnsweredWithNothingToDo() {
    IncidentId incident = here.opened();
    here.does(priority(incident, Priority.P2));
    CommandRequest nothing = request(priority(incident, Priority.P2));
    assertThat(((CommandResult.Done) here.answer(nothing)).entries()).isEmpty();
    here.does(priority(incident, Priority.P1));

    CommandResult.Done again = (CommandResult.Done) here.answer(nothing);

    assertThat(again.replayed()).isTrue();
    assertThat(again.entries()).isEmpty();
    assertThat(again.incident().orElseThrow().details().priority()).isEqualTo(Priority.P2);
    assertThat(present(incident).details().priority()).isEqualTo(Priority.P1);
  }

  @Test
  void repeatsTheFirstAnswerOnAnyNodeHoweverMuchHasHappened() {
    IncidentId incident = here.opened();
    CommandRequest sent = request(assign(incident, 1));
    CommandResult.Done first = (CommandResult.Done) here.answer(sent);
    here.does(priority(incident, Priority.P3));
    here.does(
        new Command.CancelAssignment(
            first.incident().orElseThrow().assignments().get(0).id(), new Personal("no")));

    CommandResult.Done again = (CommandResult.Done) there.answer(sent);

    assertThat(again.replayed()).isTrue();
    assertThat(again.entries()).isEqualTo(first.entries());
    assertThat(again.incident()).isEqualTo(first.incident());
    assertThat(there.center().board().seq())
        .as("this node's board shows it")
        .isGreaterThanOrEqualTo(first.entries().get(0).seq());
  }

  @Test
  void repeatsALinkWithTheIncidentThatTheCallLeft() {
    IncidentId joined = here.opened();
    IncidentId left = here.opened();
    CallId call = present(left).calls().get(0).id();
    CommandRequest link = request(new Command.LinkCall(call, joined, true));
    CommandResult.Done first = (CommandResult.Done) here.answer(link);
    CommandRequest unlink = request(new Command.UnlinkCall(call));

    assertThat(((CommandResult.Done) here.answer(link)).other()).isEqualTo(first.other());
    CommandResult.Done back = (CommandResult.Done) here.answer(unlink);
    CommandResult.Done again = (CommandResult.Done) here.answer(unlink);
    assertThat(again.incident()).isEqualTo(back.incident());
    assertThat(again.other()).isEqualTo(back.other());
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    IncidentId incident = here.opened();
    CommandRequest sent = request(assign(incident, 1));
    here.answer(sent);
    CommandRequest other =
        new CommandRequest(
            sent.commandId(), "other body", CENTER, sent.actor(), null, assign(incident, 1));

    assertThat(here.answer(other)).isInstanceOf(CommandResult.KeyReused.class);
    assertThat(there.answer(other)).isInstanceOf(CommandResult.KeyReused.class);
  }

  @Test
  void firesADeadlineOnceThoughEveryNodeTries() {
    IncidentId incident = here.opened();

    here.time.pass(Duration.ofSeconds(90));

    assertThat(present(incident).alerts())
        .extracting(alert -> alert.kind())
        .containsExactly(AlertKind.INCIDENT_WAITING);
    assertThat(here.storage.timers().listDue(CENTER, 9).result()).isEmpty();
    assertThat(there.center().board().findIncident(incident)).contains(present(incident));
  }

  @Test
  void settlesADeadlineThatNothingFollowsFrom() {
    IncidentId incident = here.opened();
    CommandRequest overtaken =
        new CommandRequest(
            UUID.randomUUID(),
            "",
            CENTER,
            Actor.system("timer"),
            null,
            new Command.FireDeadline(incident, "incident_waiting", 99));

    CommandResult.Done done = (CommandResult.Done) here.answer(overtaken);

    assertThat(done.entries()).isEmpty();
    here.time.pass(Duration.ofSeconds(90));
    assertThat(present(incident).alerts()).as("the present generation still fires").hasSize(1);
  }
}
