package io.dispatch120.dispatch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The recommendation against a look at every unit of random fleets. */
class RecommenderPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LngLat PLACE = TestCenter.WANGCHENGPO;

  /**
   * Roads that make near units slow: the time is up to four times the bound, by a hash of where the
   * way begins, so that order by distance and order by time differ.
   */
  private static final TravelTimes WINDING_ROADS =
      new TravelTimes() {
        @Override
        public List<Travel> toDestination(
            List<LngLat> origins, LngLat destination, TravelProfile profile) {
          return origins.stream().map(origin -> way(origin, destination, profile)).toList();
        }

        private Travel way(LngLat origin, LngLat destination, TravelProfile profile) {
          double meters = origin.distanceMetersTo(destination);
          double winding = 1 + 3 * new Random(origin.hashCode()).nextDouble();
          double seconds = lowerBoundSeconds(meters, profile) * winding;
          return new Travel(seconds, meters * winding, TravelMethod.ROAD);
        }

        @Override
        public double lowerBoundSeconds(double straightMeters, TravelProfile profile) {
          return straightMeters / 30;
        }
      };

  @Property(tries = 200)
  void theSendableUnitsAreTheFirstOfAllByTravelTime(
      @ForAll @IntRange(min = 0, max = 400) int size, @ForAll long seed) {
    Fleet fleet = new Fleet(size, seed);

    List<UnitOption> sendable =
        fleet.recommend().stream().filter(unit -> unit.blockedBy() == null).toList();

    List<String> expected =
        fleet.center.units().stream()
            .filter(unit -> Fleet.sendable(unit))
            .sorted(Comparator.comparingDouble(fleet::seconds).thenComparing(u -> u.id().value()))
            .map(unit -> unit.id().value())
            .limit(size <= UnitRanking.LIST_ALL_UP_TO ? size : UnitRanking.SENDABLE_LIMIT)
            .toList();
    assertThat(sendable).extracting(unit -> unit.unitId().value()).isEqualTo(expected);
  }

  @Property(tries = 200)
  void blockedUnitsComeLastEachWithItsReasonAndInOrder(
      @ForAll @IntRange(min = 0, max = 400) int size, @ForAll long seed) {
    Fleet fleet = new Fleet(size, seed);

    List<UnitOption> units = fleet.recommend();

    assertThat(units).extracting(UnitOption::unitId).doesNotHaveDuplicates();
    assertThat(units)
        .isSortedAccordingTo(
            Comparator.comparing(RecommenderPropertyTest::group)
                .thenComparingDouble(UnitOption::etaSeconds)
                .thenComparing(unit -> unit.unitId().value()));
    assertThat(units)
        .allSatisfy(
            option -> {
              Unit unit = fleet.center.findUnit(option.unitId()).orElseThrow();
              assertThat(option.blockedBy() == null).isEqualTo(Fleet.sendable(unit));
              assertThat(option.etaSeconds()).isEqualTo(fleet.seconds(unit));
            });
    if (size <= UnitRanking.LIST_ALL_UP_TO) {
      assertThat(units).hasSize(size);
    } else {
      assertThat(units)
          .hasSizeLessThanOrEqualTo(UnitRanking.SENDABLE_LIMIT + UnitRanking.BLOCKED_LIMIT);
    }
  }

  private static int group(UnitOption unit) {
    if (unit.blockedBy() == null) {
      return 0;
    }
    return unit.blockedBy().equals("missing_capability") ? 1 : 2;
  }

  /** A random fleet around the incident, some of it on a grid so that equal distances occur. */
  private static final class Fleet {
    private final TestCenter center = new TestCenter();
    private final Incident incident =
        IncidentStory.opened("i1", NOW)
            .located(PLACE, FixSource.CONFIRMED)
            .complains(Complaint.CHEST_PAIN, Priority.P1)
            .incident();

    Fleet(int size, long seed) {
      Random random = new Random(seed);
      List<Duty> duties =
          List.of(
              Duty.AVAILABLE, Duty.AVAILABLE, Duty.AVAILABLE, Duty.OFF_DUTY, Duty.OUT_OF_SERVICE);
      for (int i = 0; i < size; i++) {
        boolean onGrid = random.nextInt(4) == 0;
        double lng = onGrid ? random.nextInt(3) * 0.01 : random.nextDouble() * 0.4 - 0.2;
        double lat = onGrid ? random.nextInt(3) * 0.01 : random.nextDouble() * 0.4 - 0.2;
        LngLat position = new LngLat(PLACE.lng() + lng, PLACE.lat() + lat);
        Set<Capability> capabilities =
            random.nextInt(3) == 0 ? Set.of(Capability.BLS) : Set.of(Capability.ALS);
        Duty duty = duties.get(random.nextInt(duties.size()));
        center.with(
            TestCenter.unit("U%03d".formatted(i), position, capabilities.toArray(new Capability[0]))
                .on(new Unit.DutyState(duty, null, null)));
      }
    }

    static boolean sendable(Unit unit) {
      return unit.duty().duty() == Duty.AVAILABLE
          && unit.profile().capabilities().contains(Capability.ALS);
    }

    double seconds(Unit unit) {
      return WINDING_ROADS
          .toDestination(List.of(unit.profile().stationPosition()), PLACE, TravelProfile.AMBULANCE)
          .get(0)
          .seconds();
    }

    List<UnitOption> recommend() {
      Reply<RecommendationView> reply =
          new Recommender(WINDING_ROADS).recommend(incident, center, center, NOW);
      return ((Reply.Ok<RecommendationView>) reply).value().units();
    }
  }
}
