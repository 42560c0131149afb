package io.dispatch120.dispatch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.FleetTracker;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.dispatch.view.UnitViews;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.index.QuadTreeIndex;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommenderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LngLat PLACE = TestCenter.WANGCHENGPO;

  private final TestCenter center = new TestCenter();
  private final Recommender recommender =
      new Recommender(new StraightLineTravelTimes(Assumptions.DEFAULTS));

  /** A point {@code meters} east of the incident, to within centimetres. */
  private static LngLat east(double meters) {
    double metersPerDegree =
        Math.toRadians(1) * LngLat.EARTH_RADIUS_METERS * Math.cos(Math.toRadians(PLACE.lat()));
    return new LngLat(PLACE.lng() + meters / metersPerDegree, PLACE.lat());
  }

  private static Unit unit(String id, double metersAway, Capability... capabilities) {
    return TestCenter.unit(id, east(metersAway), capabilities);
  }

  private static Incident incident(Complaint complaint, Priority priority) {
    return IncidentStory.opened("i1", NOW)
        .located(PLACE, FixSource.CONFIRMED)
        .complains(complaint, priority)
        .incident();
  }

  private RecommendationView recommend(Incident incident) {
    Reply<RecommendationView> reply = recommender.recommend(incident, center, center, NOW);
    assertThat(reply).isInstanceOf(Reply.Ok.class);
    return ((Reply.Ok<RecommendationView>) reply).value();
  }

  private List<UnitOption> unitsFor(Complaint complaint, Priority priority) {
    return recommend(incident(complaint, priority)).units();
  }

  private static Unit off(Unit unit, Duty duty) {
    return unit.on(new Unit.DutyState(duty, "meal", NOW.plusSeconds(900)));
  }

  @Test
  void refusesWhenThePlaceIsNotKnown() {
    center.with(unit("A01", 100));

    Reply<RecommendationView> reply =
        recommender.recommend(IncidentStory.opened("i1", NOW).incident(), center, center, NOW);

    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.No.class,
            no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.POSITION_UNKNOWN));
  }

  @Test
  void proposesTheUnitThatArrivesFirstWithWhatSpeaksForIt() {
    center.with(unit("A01", 4_000, Capability.ALS)).with(unit("A02", 1_000, Capability.ALS));

    List<UnitOption> units = unitsFor(Complaint.TRAUMA_FALL, Priority.P1);

    assertThat(units).extracting(u -> u.unitId().value()).containsExactly("A02", "A01");
    assertThat(units.get(0).reasons())
        .containsExactly("nearest_by_travel_time", "at_station", "has_als", "no_live_position");
    assertThat(units.get(0).blockedBy()).isNull();
    assertThat(units.get(0).etaSeconds()).isCloseTo(1_000 * 1.4 / 9.7, within(0.5));
    assertThat(units.get(1).reasons()).doesNotContain("nearest_by_travel_time");
  }

  @Test
  void guessedWaysStandBehindThoseByRoadAndSaySo() {
    BridgeRoads roads = new BridgeRoads();
    roads.use(new RoadConditions(LocalDateTime.MIN, List.of(BridgeRoads.CLOSES_IT)));
    center.with(unit("A01", 3_900)).with(unit("A02", -20_000)).with(unit("A03", 100));

    List<UnitOption> units =
        new Recommender(roads).rank(incident(Complaint.OTHER, Priority.P3), center, center, NOW);

    assertThat(units).extracting(u -> u.unitId().value()).containsExactly("A03", "A02", "A01");
    assertThat(units.get(2).method()).isEqualTo(TravelMethod.STRAIGHT_LINE);
    assertThat(units.get(2).reasons()).contains("no_road_found");
    assertThat(units.get(2).etaSeconds()).isLessThan(units.get(1).etaSeconds());
    assertThat(units.get(1).reasons()).doesNotContain("no_road_found");
    assertThat(unitsFor(Complaint.OTHER, Priority.P3))
        .as("without a map nothing is said of roads")
        .allSatisfy(u -> assertThat(u.reasons()).doesNotContain("no_road_found"));
  }

  @Test
  void aUnitThatJumpedIsSentFromTheLastBelievablePlace() {
    FleetTracker fleet = new FleetTracker(new QuadTreeIndex<>(), InstantSource.fixed(NOW));
    center.with(unit("A01", 0));
    UnitId id = new UnitId("A01");
    UnitPosition there = new UnitPosition(id, east(5_000), NOW.minusSeconds(9), 0.0, null, null);
    UnitPosition jump = new UnitPosition(id, east(90_000), NOW.minusSeconds(4), 0.0, null, null);
    fleet.take(List.of(there, jump));

    UnitOption option =
        recommender.rank(incident(Complaint.OTHER, Priority.P3), center, fleet, NOW).get(0);

    assertThat(option.etaSeconds()).isCloseTo(5_000 * 1.4 / 9.7, within(0.5));
    assertThat(option.reasons()).contains("position_implausible", "returning");
    assertThat(UnitViews.of(center.findUnit(id).orElseThrow(), fleet, NOW))
        .satisfies(
            view -> {
              assertThat(view.positionSuspect()).isTrue();
              assertThat(view.position().lng()).isEqualTo(jump.position().lng());
            });
  }

  @Test
  void breaksEqualTimesByIdAndSaysOfBothThatNobodyIsNearer() {
    center.with(unit("A02", 1_000)).with(unit("A01", 1_000));

    List<UnitOption> units = unitsFor(Complaint.OTHER, Priority.P3);

    assertThat(units).extracting(u -> u.unitId().value()).containsExactly("A01", "A02");
    assertThat(units).allSatisfy(u -> assertThat(u.reasons()).contains("nearest_by_travel_time"));
  }

  @Test
  void countsAUnitWhereItWasLastSeenAndNotAtItsStation() {
    center
        .with(unit("A01", 1_000))
        .with(unit("A02", 5_000))
        .seen("A02", east(300), NOW.minusSeconds(5));

    UnitOption first = unitsFor(Complaint.OTHER, Priority.P3).get(0);

    assertThat(first.unitId().value()).isEqualTo("A02");
    assertThat(first.reasons()).containsExactly("nearest_by_travel_time", "returning");
  }

  @Test
  void warnsOfAStalePositionAndOfACrewThatIsNotConnected() {
    center
        .with(unit("A01", 1_000))
        .seen("A01", east(1_000), NOW.minusSeconds(3_600))
        .link("A01", CrewLink.LOST);

    UnitOption unit = unitsFor(Complaint.OTHER, Priority.P3).get(0);

    assertThat(unit.stale()).isTrue();
    assertThat(unit.blockedBy()).isNull();
    assertThat(unit.reasons()).contains("stale_position", "crew_not_connected");
  }

  @Test
  void putsUnitsWithoutANeededCapabilityAfterThoseWithAndUnsendableOnesLast() {
    Incident other =
        IncidentStory.opened("other", NOW)
            .complains(Complaint.TRAUMA_FALL, Priority.P1)
            .assigned("A03")
            .incident();
    center
        .with(other)
        .with(unit("A01", 5_000, Capability.BLS, Capability.ALS))
        .with(unit("A02", 500, Capability.BLS))
        .with(
            unit("A03", 100, Capability.ALS).assigned(other.assignments().get(0).id(), other.id()))
        .with(off(unit("A04", 300, Capability.ALS), Duty.OUT_OF_SERVICE))
        .with(off(unit("A05", 200, Capability.BLS), Duty.OFF_DUTY));

    List<UnitOption> units = unitsFor(Complaint.CHEST_PAIN, Priority.P1);

    assertThat(units)
        .extracting(u -> u.unitId().value())
        .containsExactly("A01", "A02", "A03", "A05", "A04");
    assertThat(units)
        .extracting(UnitOption::blockedBy)
        .containsExactly(
            null, "missing_capability", "unit_committed", "unit_off_duty", "unit_out_of_service");
    assertThat(units.get(0).reasons()).contains("nearest_by_travel_time", "has_als", "lacks_ecg12");
    assertThat(units.get(1).reasons()).contains("lacks_als");
    assertThat(units.get(1).reasons()).doesNotContain("nearest_by_travel_time");
    assertThat(units.get(4).expectedBackAt()).isEqualTo(NOW.plusSeconds(900));
  }

  @Test
  void tellsNobodyToBeNearestWhenNobodyCanBeSent() {
    center.with(off(unit("A01", 300), Duty.OFF_DUTY));

    assertThat(unitsFor(Complaint.OTHER, Priority.P3))
        .singleElement()
        .satisfies(u -> assertThat(u.reasons()).doesNotContain("nearest_by_travel_time"));
  }

  @Test
  void namesCommittedUnitsThatCouldBePreemptedOrWorkHereAlready() {
    IncidentStory lower =
        IncidentStory.opened("lower", NOW).complains(Complaint.OTHER, Priority.P3).assigned("A01");
    IncidentStory onScene =
        IncidentStory.opened("scene", NOW)
            .complains(Complaint.OTHER, Priority.P3)
            .assigned("A02")
            .reached("A02", Milestone.ON_SCENE);
    IncidentStory here =
        IncidentStory.opened("i1", NOW).located(PLACE, FixSource.CONFIRMED).assigned("A03");
    center
        .with(lower.incident())
        .with(onScene.incident())
        .with(unit("A01", 100).assigned(lower.assignmentOf("A01"), lower.incident().id()))
        .with(unit("A02", 200).assigned(onScene.assignmentOf("A02"), onScene.incident().id()))
        .with(unit("A03", 300).assigned(here.assignmentOf("A03"), here.incident().id()));

    List<UnitOption> units = recommend(here.incident()).units();

    assertThat(units.get(0).reasons()).contains("en_route_to_lower_priority");
    assertThat(units.get(1).reasons()).doesNotContain("en_route_to_lower_priority");
    assertThat(units.get(2).reasons()).contains("already_assigned_here");
  }

  @Test
  void listsAllOfASmallCenterAndTheFirstOfALargeOneWithTheBlockedOnesAmongThem() {
    for (int i = 0; i < UnitRanking.LIST_ALL_UP_TO; i++) {
      center.with(unit("A%02d".formatted(i), 1_000 + i * 100));
    }
    assertThat(unitsFor(Complaint.OTHER, Priority.P3)).hasSize(UnitRanking.LIST_ALL_UP_TO);

    center
        .with(off(unit("B01", 1_450), Duty.OFF_DUTY))
        .with(off(unit("B02", 9_000), Duty.OFF_DUTY));
    List<UnitOption> units = unitsFor(Complaint.OTHER, Priority.P3);

    assertThat(units)
        .extracting(u -> u.unitId().value())
        .containsExactly(
            "A00", "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "B01");
  }

  @Test
  void leavesOutAUnitThatTheBoardDoesNotKnowAnyMore() {
    for (int i = 0; i <= UnitRanking.LIST_ALL_UP_TO; i++) {
      center.with(unit("A%02d".formatted(i), 1_000 + i * 100));
    }
    center.seen("GONE", east(10), NOW);

    assertThat(unitsFor(Complaint.OTHER, Priority.P3).get(0).unitId().value()).isEqualTo("A00");
  }

  @Test
  void proposesTheNearestUsableAedsAndTheNearestHospitals() {
    List<AedInfo> aeds = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      aeds.add(aed("OK-" + i, 500 + i * 100, AedReadiness.OK));
    }
    aeds.add(aed("FAULT", 10, AedReadiness.FAULT));
    center.withAeds(aeds);
    for (int i = 0; i < 12; i++) {
      center.with(hospital("H%02d".formatted(i), 9_000 - i * 500));
    }

    RecommendationView view = recommend(incident(Complaint.CARDIAC_ARREST, Priority.P1));

    assertThat(view.aeds())
        .extracting(aed -> aed.id())
        .containsExactly("OK-0", "OK-1", "OK-2", "OK-3", "OK-4");
    assertThat(view.aeds().get(0).custodianPhone()).isNull();
    assertThat(view.hospitals()).hasSize(10);
    assertThat(view.hospitals().get(0).hospitalId().value()).isEqualTo("H11");
    assertThat(view.hospitals().get(0).capabilities())
        .containsExactly(new HospitalCapability("pci_24x7", null));
    assertThat(view.computedAt()).isEqualTo(NOW);
  }

  @Test
  void hasAReasonForHavingAndForLackingEveryCapability() {
    for (Capability capability : Capability.values()) {
      assertThat(Reason.has(capability).code()).startsWith("has_");
      assertThat(Reason.lacks(capability).code()).startsWith("lacks_");
    }
  }

  private static AedInfo aed(String id, double metersAway, AedReadiness readiness) {
    AedSite site =
        new AedSite(
            id,
            id,
            east(metersAway),
            null,
            null,
            null,
            "24/7",
            null,
            AedAccess.PUBLIC,
            readiness,
            null);
    return new AedInfo(site, "站长", "13800000000", "demo");
  }

  private static HospitalInfo hospital(String id, double metersAway) {
    return new HospitalInfo(
        new HospitalId(id),
        id,
        east(metersAway),
        List.of(new HospitalCapability("pci_24x7", null)),
        null,
        null,
        List.of());
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
