package io.dispatch120.dispatch.journal;

import static io.dispatch120.dispatch.journal.Scenario.approved;
import static io.dispatch120.dispatch.journal.Scenario.assign;
import static io.dispatch120.dispatch.journal.Scenario.assignBlindly;
import static io.dispatch120.dispatch.journal.Scenario.closes;
import static io.dispatch120.dispatch.journal.Scenario.command;
import static io.dispatch120.dispatch.journal.Scenario.event;
import static io.dispatch120.dispatch.journal.Scenario.ofCards;
import static io.dispatch120.dispatch.journal.Scenario.opens;
import static io.dispatch120.dispatch.journal.Scenario.proposed;
import static io.dispatch120.dispatch.journal.Scenario.receiveCall;
import static io.dispatch120.dispatch.journal.Scenario.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentCancelled;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentReopened;
import io.dispatch120.dispatch.journal.AppendCommand.Guard;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.AppendOutcome.Conflict;
import io.dispatch120.dispatch.journal.AppendOutcome.KeyReused;
import io.dispatch120.dispatch.journal.AppendOutcome.Replayed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} does. */
public abstract class JournalContract extends StorageContract {

  @Test
  void givesWhatWasAppendedInOrderWithNumbersWithoutGaps() {
    AppendCommand call = receiveCall(center, incident);

    Committed committed = commit(call);

    assertThat(committed.firstSeq()).isEqualTo(2);
    assertThat(committed.lastSeq()).isEqualTo(5);
    List<JournalEntry> entries = entries();
    assertThat(entries).extracting(JournalEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    List<JournalEntry> written = entries.subList(1, 5);
    assertThat(written)
        .extracting(JournalEntry::event)
        .isEqualTo(call.events().stream().map(NewEvent::event).toList());
    assertThat(written)
        .extracting(JournalEntry::id)
        .isEqualTo(call.events().stream().map(NewEvent::id).toList());
    assertThat(written)
        .allSatisfy(
            entry -> {
              assertThat(entry.center()).isEqualTo(center);
              assertThat(entry.incidentId()).isEqualTo(incident);
              assertThat(entry.unitId()).isNull();
              assertThat(entry.at()).isEqualTo(Scenario.AT);
              assertThat(entry.actor()).isEqualTo(Scenario.DISPATCHER);
              assertThat(entry.recordedAt()).isEqualTo(committed.recordedAt());
            });
  }

  @Test
  void beginsWithTheSeedingOfItsCentre() {
    assertThat(entries())
        .singleElement()
        .satisfies(e -> assertThat(e.event()).isEqualTo(new CatalogueChanged("center", 13)));
  }

  @Test
  void readsPagesAfterANumber() {
    commit(receiveCall(center, incident));

    assertThat(await(ports().journal().read(center, 2, 2)))
        .extracting(JournalEntry::seq)
        .containsExactly(3L, 4L);
    assertThat(await(ports().journal().read(center, 5, 2))).isEmpty();
  }

  @Test
  void tellsItsHeadAndTheTime() {
    Committed committed = commit(receiveCall(center, incident));

    Journal.Head head = await(ports().journal().head(center));

    assertThat(head.seq()).isEqualTo(committed.lastSeq());
    assertThat(head.databaseTime()).isAfterOrEqualTo(committed.recordedAt());
    assertThat(Duration.between(head.databaseTime(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void repeatsTheAnswerOfACommandItKnows() {
    AppendCommand call = receiveCall(center, incident);
    Committed committed = commit(call);

    assertThat(append(call))
        .containsExactly(new Replayed(committed.firstSeq(), committed.lastSeq()));
    assertThat(entries()).hasSize(5);
  }

  @Test
  void repeatsTheAnswerOfACommandThatStandsTwiceInOneArray() {
    AppendCommand call = receiveCall(center, incident);

    List<AppendOutcome> outcomes = append(call, call);

    assertThat(outcomes.get(0)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(1)).isEqualTo(new Replayed(2, 5));
    assertThat(entries()).hasSize(5);
  }

  @Test
  void refusesAKnownIdWithAnotherBody() {
    AppendCommand call = receiveCall(center, incident);
    commit(call);

    AppendCommand reused =
        new AppendCommand(
            call.id(), "other body", call.actor(), call.guards(), call.events(), call.rows());

    assertThat(append(reused)).containsExactly(new KeyReused());
  }

  @Test
  void takesACommandAboutRoadsOnlyWhenItSawAllOfThem() {
    Committed first = commit(closes("k1", 0));

    List<AppendOutcome> blind = append(closes("k2", 0), opens("k1", 0));
    List<AppendOutcome> chained =
        append(opens("k1", first.lastSeq()), closes("k3", first.lastSeq() + 1));

    assertThat(blind).allSatisfy(o -> assertThat(o).isInstanceOf(Conflict.class));
    assertThat(chained).allSatisfy(o -> assertThat(o).isInstanceOf(Committed.class));
    assertThat(append(opens("k3", first.lastSeq())))
        .as("opened again in between")
        .allSatisfy(o -> assertThat(o).isInstanceOf(Conflict.class));
    assertThat(entries())
        .extracting(e -> e.event().type())
        .endsWith("road_closed", "road_opened", "road_closed");
  }

  @Test
  void takesACommandAboutTriageCardsOnlyWhenItSawAllOfThem() {
    Committed first = commit(ofCards(proposed("p1"), 0));
    commit(closes("k1", 0));

    List<AppendOutcome> blind = append(ofCards(proposed("p2"), 0), ofCards(approved("p1"), 0));
    List<AppendOutcome> raced =
        append(ofCards(approved("p1"), first.lastSeq()), ofCards(proposed("p3"), first.lastSeq()));

    assertThat(blind).allSatisfy(o -> assertThat(o).isInstanceOf(Conflict.class));
    assertThat(raced.get(0)).as("a closed road is nothing to cards").isInstanceOf(Committed.class);
    assertThat(raced.get(1)).as("in the same array").isInstanceOf(Conflict.class);
    assertThat(entries())
        .extracting(e -> e.event().type())
        .endsWith("triage_card_proposed", "road_closed", "triage_card_approved");
  }

  @Test
  void recordsCommandsWithoutEvents() {
    AppendCommand nothing = command(List.of(), List.of(), List.of());

    Committed committed = commit(nothing);

    assertThat(committed.lastSeq()).isEqualTo(1);
    assertThat(committed.firstSeq()).isEqualTo(2);
    assertThat(append(nothing)).containsExactly(new Replayed(2, 1));
    assertThat(await(ports().journal().findRecorded(center, nothing.id())))
        .contains(new Journal.Recorded("body", List.of()));
  }

  @Test
  void findsWhatACommandRecorded() {
    AppendCommand call = receiveCall(center, incident);
    commit(call);

    Journal.Recorded recorded =
        await(ports().journal().findRecorded(center, call.id())).orElseThrow();

    assertThat(recorded.fingerprint()).isEqualTo("body");
    assertThat(recorded.entries()).isEqualTo(entries().subList(1, 5));
    assertThat(await(ports().journal().findRecorded(center, UUID.randomUUID()))).isEmpty();
  }

  @Test
  void refusesDecisionsOnAnOldIncident() {
    Committed opened = commit(receiveCall(center, incident));
    commit(assign(incident, opened.lastSeq(), unit(1), 0));

    assertThat(append(assign(incident, opened.lastSeq(), unit(2), 0)))
        .containsExactly(new Conflict("incident " + incident));
  }

  @Test
  void refusesToOpenAnIncidentTwice() {
    commit(receiveCall(center, incident));

    assertThat(append(receiveCall(center, incident)))
        .containsExactly(new Conflict("incident " + incident));
  }

  @Test
  void refusesDecisionsOnAnOldUnit() {
    Committed opened = commit(receiveCall(center, incident));
    commit(
        command(
            List.of(new Guard.OfUnit(unit(1), 0)),
            List.of(
                event(
                    null,
                    unit(1),
                    new UnitAvailabilityChanged(unit(1), Duty.OFF_DUTY, null, null))),
            List.of(new RowChange.UnitRow(unit(1), Duty.OFF_DUTY, null, null))));

    assertThat(append(assign(incident, opened.lastSeq(), unit(1), 0)))
        .containsExactly(new Conflict("unit A01"));
  }

  @Test
  void refusesASecondLiveAssignmentOfAUnitAndFreesItWhenItEnds() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    commit(assignBlindly(incident, unit(1)));

    assertThat(append(assignBlindly(other, unit(1)))).containsExactly(new Conflict("unit A01"));

    commit(command(List.of(), List.of(), List.of(Scenario.ended(incident, unit(1)))));
    commit(assignBlindly(other, unit(1)));
  }

  @Test
  void endsBeforeItBeginsWithinOneCommand() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    commit(assignBlindly(incident, unit(1)));

    AppendCommand preempt =
        command(
            List.of(),
            List.of(
                event(
                    incident,
                    unit(1),
                    new AssignmentCancelled(
                        Scenario.assignment(incident, unit(1)),
                        unit(1),
                        new Personal("preempted"),
                        null))),
            List.of(Scenario.live(other, unit(1)), Scenario.ended(incident, unit(1))));

    commit(preempt);
    assertThat(append(assignBlindly(incident, unit(1)))).containsExactly(new Conflict("unit A01"));
  }

  @Test
  void bringsAnEndedAssignmentBackToLifeOnlyWhenItsUnitIsFree() {
    commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    commit(assignBlindly(incident, unit(1)));
    commit(command(List.of(), List.of(), List.of(Scenario.ended(incident, unit(1)))));
    AppendCommand revive = command(List.of(), List.of(), List.of(Scenario.live(incident, unit(1))));

    commit(revive);
    commit(command(List.of(), List.of(), List.of(Scenario.ended(incident, unit(1)))));
    commit(assignBlindly(other, unit(1)));

    assertThat(append(command(List.of(), List.of(), revive.rows())))
        .containsExactly(new Conflict("unit A01"));
  }

  @Test
  void letsLaterCommandsOfAnArraySeeWhatEarlierOnesChanged() {
    List<AppendOutcome> outcomes =
        append(
            receiveCall(center, incident),
            assign(incident, 5, unit(1), 0),
            assign(incident, 5, unit(2), 0),
            assign(incident, 6, unit(2), 0),
            receiveCall(center, other),
            assignBlindly(other, unit(1)));

    assertThat(outcomes.get(0)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(1)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(2)).isEqualTo(new Conflict("incident " + incident));
    assertThat(outcomes.get(3)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(4)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(5)).isEqualTo(new Conflict("unit A01"));
    assertThat(entries())
        .extracting(JournalEntry::seq)
        .isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList());
  }

  @Test
  void losesNoMateOfACommandThatConflicts() {
    commit(receiveCall(center, incident));

    List<AppendOutcome> outcomes =
        append(
            receiveCall(center, other), receiveCall(center, incident), receiveCall(center, id()));

    assertThat(outcomes.get(0)).isInstanceOf(Committed.class);
    assertThat(outcomes.get(1)).isInstanceOf(Conflict.class);
    assertThat(outcomes.get(2)).isInstanceOf(Committed.class);
    assertThat(entries())
        .extracting(JournalEntry::seq)
        .isEqualTo(LongStream.rangeClosed(1, 13).boxed().toList());
  }

  @Test
  void writesNothingOfARefusedCommand() {
    commit(receiveCall(center, incident));
    AppendCommand refused =
        command(
            List.of(new Guard.OfIncident(incident, 1)),
            List.of(event(incident, null, new IncidentReopened(new Personal("x")))),
            List.of(new RowChange.TimerSet(incident, "t", 1, Duration.ZERO)));

    append(refused);

    assertThat(entries()).hasSize(5);
    assertThat(await(ports().timers().listDue(center, 10))).isEmpty();
    assertThat(await(ports().journal().findRecorded(center, refused.id()))).isEmpty();
  }

  @Test
  void keepsRecordedTimesInTheOrderOfNumbers() {
    for (int i = 0; i < 20; i++) {
      commit(receiveCall(center, id()));
    }

    List<Instant> times =
        new ArrayList<>(entries().stream().map(JournalEntry::recordedAt).toList());
    assertThat(times).isSorted();
  }

  @Test
  void numbersCentresApart() {
    CenterId second = new CenterId("c-" + UUID.randomUUID());
    await(ports().catalogues().seed(Scenario.catalogue(second, 1)));
    commit(receiveCall(center, incident));

    await(ports().journal().append(second, List.of(receiveCall(second, incident))));

    assertThat(await(ports().journal().head(second)).seq()).isEqualTo(5);
    assertThat(await(ports().journal().head(center)).seq()).isEqualTo(5);
  }

  @Test
  void refusesUnknownCentres() {
    CenterId unknown = new CenterId("nowhere");

    assertThatThrownBy(
            () -> await(ports().journal().append(unknown, List.of(receiveCall(unknown, other)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> await(ports().journal().head(unknown)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void appendsNothingForAnEmptyArray() {
    assertThat(append()).isEmpty();
  }

  @Test
  void keepsTheLastOfSeveralChangesOfOneRow() {
    commit(receiveCall(center, incident));
    AssignmentId id = Scenario.assignment(incident, unit(1));

    commit(
        command(
            List.of(),
            List.of(),
            List.of(Scenario.live(incident, unit(1)), Scenario.ended(incident, unit(1)))));

    commit(assignBlindly(incident, unit(1)));
    assertThat(await(ports().incidents().findIdByAssignment(center, id))).contains(incident);
  }

  private static IncidentId id() {
    return new IncidentId(UUID.randomUUID().toString());
  }
}
