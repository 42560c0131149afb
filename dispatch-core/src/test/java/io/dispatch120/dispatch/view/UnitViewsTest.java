package io.dispatch120.dispatch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.api.UnitView.UnitPositionView;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnitViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LngLat STATION = TestCenter.WANGCHENGPO;
  private static final LngLat AWAY = new LngLat(112.95, 28.25);

  private final TestCenter center = new TestCenter();
  private final Unit unit = TestCenter.unit("A01", STATION);

  @Test
  void showsAUnitWithoutALivePositionAtItsStationWithoutATime() {
    UnitView view = UnitViews.of(unit, center, NOW);

    assertThat(view.position())
        .isEqualTo(new UnitPositionView(STATION.lng(), STATION.lat(), null, null, null));
    assertThat(view.availability()).isEqualTo(Availability.AVAILABLE);
    assertThat(view.stale()).isFalse();
  }

  @Test
  void showsAUnitWhereItWasLastSeenAndWhetherThatIsStale() {
    center.seen("A01", AWAY, NOW.minusSeconds(700)).link("A01", CrewLink.BACKGROUND);

    UnitView view = UnitViews.of(unit, center, NOW);

    assertThat(view.position())
        .isEqualTo(new UnitPositionView(AWAY.lng(), AWAY.lat(), NOW.minusSeconds(700), 0.0, null));
    assertThat(view.availability()).isEqualTo(Availability.AVAILABLE_MOBILE);
    assertThat(view.stale()).isTrue();
    assertThat(view.crewLink()).isEqualTo(CrewLink.BACKGROUND);
  }

  @Test
  void tellsWhyAUnitIsAwayAndWhenItIsBack() {
    Instant back = NOW.plusSeconds(600);
    Unit.DutyState meal = new Unit.DutyState(Duty.OUT_OF_SERVICE, "meal", back);

    UnitView view = UnitViews.of(unit.on(meal), center, NOW);

    assertThat(view.availability()).isEqualTo(Availability.OUT_OF_SERVICE);
    assertThat(view.reason()).isEqualTo("meal");
    assertThat(view.expectedBackAt()).isEqualTo(back);
  }

  @Test
  void listsCapabilitiesInOneOrderOnEveryNode() {
    Unit able =
        TestCenter.unit(
            "A09", STATION, Capability.ECG12, Capability.NEONATAL, Capability.BLS, Capability.ALS);

    assertThat(UnitViews.of(able, center, NOW).capabilities())
        .containsExactly(Capability.BLS, Capability.ALS, Capability.NEONATAL, Capability.ECG12);
  }

  @Test
  void namesTheAssignmentOfACommittedUnit() {
    IncidentStory story = IncidentStory.opened("i1", NOW).assigned("A01");

    UnitView view =
        UnitViews.of(unit.assigned(story.assignmentOf("A01"), story.incident().id()), center, NOW);

    assertThat(view.availability()).isEqualTo(Availability.COMMITTED);
    assertThat(view.assignmentId()).isEqualTo(story.assignmentOf("A01"));
    assertThat(view.incidentId()).isEqualTo(story.incident().id());
  }
}
