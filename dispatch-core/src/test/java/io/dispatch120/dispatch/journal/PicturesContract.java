package io.dispatch120.dispatch.journal;

import static io.dispatch120.dispatch.journal.Scenario.approved;
import static io.dispatch120.dispatch.journal.Scenario.assign;
import static io.dispatch120.dispatch.journal.Scenario.close;
import static io.dispatch120.dispatch.journal.Scenario.closed;
import static io.dispatch120.dispatch.journal.Scenario.closes;
import static io.dispatch120.dispatch.journal.Scenario.command;
import static io.dispatch120.dispatch.journal.Scenario.event;
import static io.dispatch120.dispatch.journal.Scenario.ofCards;
import static io.dispatch120.dispatch.journal.Scenario.ofHospital;
import static io.dispatch120.dispatch.journal.Scenario.opens;
import static io.dispatch120.dispatch.journal.Scenario.proposed;
import static io.dispatch120.dispatch.journal.Scenario.receiveCall;
import static io.dispatch120.dispatch.journal.Scenario.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.RowChange.UnitRow;
import io.dispatch120.dispatch.road.ClosedRoad;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every storage shows of a whole centre, now and as it was. */
public abstract class PicturesContract extends StorageContract {
  @Test
  void paintsTheBoardWithOpenIncidentsAndAllUnits() {
    Committed opened = commit(receiveCall(center, incident));
    commit(receiveCall(center, other));
    Committed sent = commit(assign(incident, opened.lastSeq(), unit(1), 0));
    Committed closed = commit(close(other));

    Picture picture = await(ports().boards().load(center));

    assertThat(picture.seq()).isEqualTo(closed.lastSeq());
    assertThat(picture.incidents())
        .containsExactly(await(ports().incidents().find(center, incident)).orElseThrow());
    assertThat(picture.units()).hasSize(12);
    Unit first = picture.units().get(0);
    assertThat(first.id()).isEqualTo(unit(1));
    assertThat(first.revision()).isEqualTo(sent.lastSeq());
    assertThat(first.incidentId()).isEqualTo(incident);
    assertThat(first.assignmentId()).isEqualTo(Scenario.assignment(incident, unit(1)));
    assertThat(first.profile().stationPosition()).isEqualTo(new LngLat(112.9, 28.2));
    assertThat(picture.units().get(1).committed()).isFalse();
    assertThat(await(ports().boards().findUnit(center, unit(1)))).contains(first);
    assertThat(await(ports().boards().findUnit(center, new UnitId("Z99")))).isEmpty();
  }

  @Test
  void remembersWhatAUnitDeclared() {
    Instant back = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    Committed declared =
        commit(
            command(
                List.of(),
                List.of(
                    event(
                        null,
                        unit(2),
                        new UnitAvailabilityChanged(unit(2), Duty.OUT_OF_SERVICE, "repair", back))),
                List.of(new UnitRow(unit(2), Duty.OUT_OF_SERVICE, "repair", back))));

    Unit now = await(ports().boards().findUnit(center, unit(2))).orElseThrow();

    assertThat(now.duty()).isEqualTo(new Unit.DutyState(Duty.OUT_OF_SERVICE, "repair", back));
    assertThat(now.revision()).isEqualTo(declared.lastSeq());
  }

  @Test
  void paintsTheBoardOfThePast() {
    Committed opened = commit(receiveCall(center, incident));
    Picture afterOpening = await(ports().boards().load(center));
    commit(assign(incident, opened.lastSeq(), unit(1), 0));
    Picture afterSending = await(ports().boards().load(center));
    commit(command(List.of(), List.of(), List.of(Scenario.ended(incident, unit(1)))));
    commit(close(incident));

    Picture then = await(ports().boards().loadAt(center, afterSending.at()));
    Picture earlier = await(ports().boards().loadAt(center, afterOpening.at()));

    assertThat(then.seq()).isEqualTo(afterSending.seq());
    assertThat(then.incidents()).isEqualTo(afterSending.incidents());
    assertThat(then.units()).isEqualTo(afterSending.units());
    assertThat(earlier.incidents()).isEqualTo(afterOpening.incidents());
    assertThat(earlier.units()).isEqualTo(afterOpening.units());
    assertThat(await(ports().boards().loadAt(center, Instant.EPOCH)).seq()).isZero();
  }

  @Test
  void findsWhatIsClosedNowAndWasClosedThen() {
    Committed first = commit(closes("k1", 0));
    Committed second = commit(closes("k2", first.lastSeq()));
    Picture both = await(ports().boards().load(center));
    Committed opened = commit(opens("k1", second.lastSeq()));

    Picture now = await(ports().boards().load(center));
    Picture then = await(ports().boards().loadAt(center, both.at()));

    assertThat(both.roads().all())
        .extracting(closed -> closed.id().value())
        .containsExactly("k1", "k2");
    assertThat(both.roads().revision()).isEqualTo(second.lastSeq());
    assertThat(both.roads().all().get(0)).isEqualTo(ClosedRoad.of(closed("k1"), stamp(first)));
    assertThat(now.roads().all()).extracting(closed -> closed.id().value()).containsExactly("k2");
    assertThat(now.roads().revision()).isEqualTo(opened.lastSeq());
    assertThat(then.roads()).isEqualTo(both.roads());
    assertThat(await(ports().boards().loadAt(center, Instant.EPOCH)).roads())
        .isEqualTo(ClosedRoads.NONE);
  }

  @Test
  void findsWhichTriageCardsAreInForceNowAndWereThen() {
    Committed first = commit(ofCards(proposed("p1"), 0));
    Picture asked = await(ports().boards().load(center));
    Committed second = commit(ofCards(approved("p1"), first.lastSeq()));

    Picture now = await(ports().boards().load(center));
    Picture then = await(ports().boards().loadAt(center, asked.at()));

    CardApprovals waiting = CardApprovals.NONE.with(proposed("p1"), stamp(first));
    assertThat(asked.cards()).isEqualTo(waiting);
    assertThat(now.cards()).isEqualTo(waiting.with(approved("p1"), stamp(second)));
    assertThat(then.cards()).isEqualTo(asked.cards());
    assertThat(await(ports().boards().loadAt(center, Instant.EPOCH)).cards())
        .isEqualTo(CardApprovals.NONE);
  }

  @Test
  void findsWhatHospitalsSayOfThemselvesNowAndThen() {
    HospitalId hospital = new HospitalId("h");
    Instant until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MICROS);
    Committed first =
        commit(ofHospital(new HospitalEvent.CapacityNoticePosted(hospital, "满床", until)));
    Picture asked = await(ports().boards().load(center));
    commit(ofHospital(new HospitalEvent.CapacityNoticeLifted(hospital)));

    Picture now = await(ports().boards().load(center));
    Picture then = await(ports().boards().loadAt(center, asked.at()));

    assertThat(asked.notices())
        .isEqualTo(
            CapacityNotices.NONE.with(
                new HospitalEvent.CapacityNoticePosted(hospital, "满床", until), stamp(first)));
    assertThat(now.notices()).isEqualTo(CapacityNotices.NONE);
    assertThat(then.notices()).isEqualTo(asked.notices());
  }

  private Stamp stamp(Committed committed) {
    return new Stamp(committed.lastSeq(), Scenario.AT, committed.recordedAt(), Scenario.DISPATCHER);
  }
}
