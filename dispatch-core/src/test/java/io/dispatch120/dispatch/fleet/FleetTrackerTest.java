package io.dispatch120.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.VirtualTime;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.index.QuadTreeIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FleetTrackerTest {
  private static final UnitId A = new UnitId("A01");
  private static final UnitId B = new UnitId("B01");
  private static final LngLat STATION = new LngLat(112.9, 28.2);

  private final VirtualTime time = new VirtualTime();
  private final FleetTracker fleet = new FleetTracker(new QuadTreeIndex<>(), time);

  private static UnitPosition at(double lng, Instant when) {
    return new UnitPosition(A, new LngLat(lng, 28.2), when, null, null, null);
  }

  @Test
  void neverMovesAMarkerBackInTime() {
    UnitPosition newer = at(112.5, time.instant());
    UnitPosition older = at(112.4, time.instant().minusSeconds(10));

    assertThat(fleet.take(List.of(newer, older, newer))).containsExactly(newer);

    assertThat(fleet.findPosition(A)).contains(newer);
    assertThat(fleet.index().find(A)).contains(newer.position());
    assertThat(fleet.drainChanged()).containsExactly(newer);
    assertThat(fleet.drainChanged()).isEmpty();
  }

  @Test
  void doesNotBelieveAPositionFromTheFuture() {
    fleet.take(List.of(at(112.5, time.instant().plus(Duration.ofHours(1)))));
    assertThat(fleet.findPosition(A)).isEmpty();

    UnitPosition now = at(112.6, time.instant().plusSeconds(90));
    fleet.take(List.of(now));

    assertThat(fleet.findPosition(A)).contains(now);
  }

  @Test
  void standsAtItsStationUntilItIsHeardOf() {
    fleet.place(Map.of(A, STATION));
    assertThat(fleet.index().find(A)).contains(STATION);

    UnitPosition seen = at(112.5, time.instant());
    fleet.take(List.of(seen));
    fleet.place(Map.of(A, STATION));

    assertThat(fleet.index().find(A)).contains(seen.position());
  }

  @Test
  void forgetsUnitsThatAreGoneWhetherTheyWereSeenOrNot() {
    fleet.place(Map.of(A, STATION, B, STATION));
    fleet.take(List.of(at(112.5, time.instant())));

    fleet.place(Map.of());

    assertThat(fleet.index().size()).isZero();
    assertThat(fleet.listPositions()).isEmpty();
    assertThat(fleet.drainChanged()).isEmpty();
  }

  @Test
  void knowsACrewByItsSocketsHere() {
    assertThat(fleet.crewLink(A)).isEqualTo(CrewLink.LOST);
    fleet.linkOpened(A);
    fleet.linkOpened(A);
    fleet.linkClosed(A);
    time.pass(Duration.ofMinutes(5));
    assertThat(fleet.crewLink(A)).as("one of two is open").isEqualTo(CrewLink.CONNECTED);
    assertThat(fleet.linkedHere()).containsExactly(A);

    fleet.heardFrom(A);
    fleet.linkClosed(A);
    assertThat(fleet.crewLink(A)).isEqualTo(CrewLink.BACKGROUND);

    time.pass(Duration.ofSeconds(61));
    assertThat(fleet.crewLink(A)).isEqualTo(CrewLink.LOST);
  }

  @Test
  void believesAnotherNodeForSixSeconds() {
    fleet.linkedElsewhere("other", Set.of(A));
    time.pass(Duration.ofSeconds(6));
    assertThat(fleet.crewLink(A)).isEqualTo(CrewLink.CONNECTED);

    time.pass(Duration.ofMillis(1));
    assertThat(fleet.crewLink(A)).isEqualTo(CrewLink.BACKGROUND);

    fleet.linkedElsewhere("other", Set.of(A));
    fleet.linkedElsewhere("other", Set.of());
    assertThat(fleet.crewLink(A)).as("its newest word counts").isEqualTo(CrewLink.BACKGROUND);
  }
}
