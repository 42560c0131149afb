package io.dispatch120.app.simulation.crew;

import static io.dispatch120.dispatch.api.Milestone.ACKNOWLEDGED;
import static io.dispatch120.dispatch.api.Milestone.ASSIGNED;
import static io.dispatch120.dispatch.api.Milestone.AT_HOSPITAL;
import static io.dispatch120.dispatch.api.Milestone.CLEARED;
import static io.dispatch120.dispatch.api.Milestone.EN_ROUTE;
import static io.dispatch120.dispatch.api.Milestone.HANDED_OVER;
import static io.dispatch120.dispatch.api.Milestone.ON_SCENE;
import static io.dispatch120.dispatch.api.Milestone.PATIENT_CONTACT;
import static io.dispatch120.dispatch.api.Milestone.TRANSPORTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.crew.CrewDeed.Decline;
import io.dispatch120.app.simulation.crew.CrewDeed.Reach;
import io.dispatch120.app.simulation.road.Whereabouts;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final LngLat STATION = new LngLat(112.8950, 28.2193);
  private static final LngLat SCENE = new LngLat(112.9180, 28.2213);
  private static final LngLat NEAR = new LngLat(112.94008, 28.22357);
  private static final LngLat FAR = new LngLat(112.94436, 28.19778);
  private static final Atlas ATLAS =
      new Atlas(
          new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS),
          Map.of("near", NEAR, "far", FAR));

  @Test
  void goesTheWholeWayWithAPatientAndHomeAgain() {
    Shift shift = shiftThat(TRANSPORTING);
    shift.assign(SCENE);
    assertThat(shift.untilEnded())
        .containsExactly(
            ACKNOWLEDGED,
            EN_ROUTE,
            ON_SCENE,
            PATIENT_CONTACT,
            TRANSPORTING,
            AT_HOSPITAL,
            HANDED_OVER,
            CLEARED);
    assertThat(shift.positionAt(ON_SCENE).distanceMetersTo(SCENE)).isLessThan(20);
    assertThat(shift.positionAt(AT_HOSPITAL).distanceMetersTo(NEAR)).isLessThan(20);
    assertThat(shift.secondsBetween(ASSIGNED, ACKNOWLEDGED)).isBetween(3L, 51L);
    assertThat(shift.secondsBetween(ACKNOWLEDGED, EN_ROUTE)).isBetween(15L, 51L);
    assertThat(shift.secondsBetween(EN_ROUTE, ON_SCENE)).isBetween(120L, 600L);
    assertThat(shift.secondsBetween(ON_SCENE, TRANSPORTING)).isBetween(60L, 152L);
    assertThat(shift.secondsBetween(AT_HOSPITAL, HANDED_OVER)).isBetween(60L, 151L);
    shift.run(Duration.ofMinutes(20));
    assertThat(shift.position().distanceMetersTo(STATION)).isLessThan(20);
  }

  @Test
  void treatsOnePatientInFourOnTheSpot() {
    int transported = 0;
    for (int seed = 0; seed < 400; seed++) {
      Shift shift = new Shift(ATLAS, STATION, SCENE, seed);
      shift.find(PATIENT_CONTACT, SCENE, null);
      transported +=
          shift.untilDeed(Duration.ofMinutes(3)).equals(shift.reach(TRANSPORTING)) ? 1 : 0;
    }
    assertThat(transported).isBetween(260, 340);
  }

  @Test
  void answersLateNowAndThenAndSeldomCannotGo() {
    int late = 0;
    int declined = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Shift shift = new Shift(ATLAS, STATION, STATION, seed);
      shift.assign(SCENE);
      CrewDeed answer = shift.untilDeed(Duration.ofMinutes(1));
      declined += answer instanceof Decline ? 1 : 0;
      late += answer instanceof Reach && shift.elapsed().toSeconds() > 30 ? 1 : 0;
    }
    assertThat(declined).isBetween(8, 40);
    assertThat(late).isBetween(20, 70);
  }

  @Test
  void staysAtItsStationAfterItDeclined() {
    Shift shift = shiftThatDeclines();
    CrewDeed answer = shift.untilDeed(Duration.ofMinutes(1));
    assertThat(((Decline) answer).reason()).isNotBlank();
    shift.end();
    assertThat(shift.run(Duration.ofMinutes(2))).isEmpty();
    assertThat(shift.position().distanceMetersTo(STATION)).isLessThan(20);
  }

  @Test
  void turnsHomeWhenItIsCalledOff() {
    Shift shift = new Shift(ATLAS, STATION, STATION, 3);
    shift.find(EN_ROUTE, SCENE, null);
    shift.run(Duration.ofSeconds(60));
    double gone = shift.position().distanceMetersTo(STATION);
    assertThat(gone).isGreaterThan(100);
    shift.end();
    assertThat(shift.run(Duration.ofMinutes(20))).isEmpty();
    assertThat(shift.position().distanceMetersTo(STATION)).isLessThan(20);
  }

  @Test
  void drivesToTheChangedPlace() {
    Shift shift = new Shift(ATLAS, STATION, STATION, 4);
    shift.find(EN_ROUTE, SCENE, null);
    shift.run(Duration.ofSeconds(60));
    LngLat corrected = new LngLat(112.8907, 28.2010);
    shift.find(EN_ROUTE, corrected, null);
    assertThat(shift.untilDeed(Duration.ofMinutes(15))).isEqualTo(shift.reach(ON_SCENE));
    assertThat(shift.position().distanceMetersTo(corrected)).isLessThan(20);
  }

  @Test
  void takesThePatientToTheHospitalThatIsChosenOnTheWay() {
    Shift shift = new Shift(ATLAS, STATION, SCENE, 5);
    shift.find(TRANSPORTING, SCENE, null);
    shift.run(Duration.ofSeconds(30));
    shift.find(TRANSPORTING, SCENE, "far");
    assertThat(shift.untilDeed(Duration.ofMinutes(20))).isEqualTo(shift.reach(AT_HOSPITAL));
    assertThat(shift.position().distanceMetersTo(FAR)).isLessThan(20);
  }

  @Test
  void goesOnFromTheMilestoneItFinds() {
    Map<Milestone, Milestone> next =
        Map.of(
            ASSIGNED, ACKNOWLEDGED,
            ACKNOWLEDGED, EN_ROUTE,
            EN_ROUTE, ON_SCENE,
            ON_SCENE, PATIENT_CONTACT,
            TRANSPORTING, AT_HOSPITAL,
            AT_HOSPITAL, HANDED_OVER,
            HANDED_OVER, CLEARED);
    next.forEach(
        (found, following) -> {
          Shift shift = new Shift(ATLAS, STATION, STATION, 6);
          shift.find(found, SCENE, "near");
          assertThat(shift.untilDeed(Duration.ofMinutes(20))).isEqualTo(shift.reach(following));
        });
  }

  @Test
  void waitsForAPlaceToGoTo() {
    Shift shift = new Shift(ATLAS, STATION, STATION, 7);
    shift.find(EN_ROUTE, null, null);
    assertThat(shift.run(Duration.ofMinutes(3))).isEmpty();
    shift.find(EN_ROUTE, SCENE, null);
    assertThat(shift.untilDeed(Duration.ofMinutes(15))).isEqualTo(shift.reach(ON_SCENE));
  }

  @Test
  void takesTheNextAssignmentOnItsWayHome() {
    Shift shift = new Shift(ATLAS, STATION, NEAR, 8);
    shift.end();
    shift.run(Duration.ofSeconds(60));
    LngLat onTheWay = shift.position();
    assertThat(onTheWay.distanceMetersTo(NEAR)).isGreaterThan(100);
    assertThat(onTheWay.distanceMetersTo(STATION)).isGreaterThan(100);
    shift.assign(SCENE);
    shift.untilDeed(Duration.ofMinutes(1));
    assertThat(shift.position().distanceMetersTo(onTheWay)).as("it pulled over").isLessThan(20);
    shift.find(EN_ROUTE, SCENE, null);
    assertThat(shift.untilDeed(Duration.ofMinutes(15))).isEqualTo(shift.reach(ON_SCENE));
  }

  @Test
  void tellsAgainWhatWasNotHeardUnlessSomebodyElseToldIt() {
    Shift shift = new Shift(ATLAS, STATION, STATION, 9);
    shift.find(ACKNOWLEDGED, SCENE, null);
    CrewDeed told = shift.untilDeed(Duration.ofMinutes(1));
    assertThat(shift.run(Duration.ofMinutes(1))).as("once is enough").isEmpty();
    shift.unheard(told);
    assertThat(shift.untilDeed(Duration.ofSeconds(10))).isEqualTo(told);
    shift.find(ON_SCENE, SCENE, null);
    shift.unheard(told);
    assertThat(shift.untilDeed(Duration.ofMinutes(2))).isEqualTo(shift.reach(PATIENT_CONTACT));
  }

  @Test
  void reportsEverySecondWhileDrivingAndTwiceAMinuteParked() {
    Shift shift = new Shift(ATLAS, STATION, STATION, 10);
    shift.run(Duration.ofMinutes(5));
    assertThat(shift.reports()).hasSizeBetween(10, 11);
    assertThat(shift.reports()).extracting(Whereabouts::speedMps).containsOnly(0.0);
    shift.reports().clear();
    shift.find(EN_ROUTE, SCENE, null);
    shift.run(Duration.ofSeconds(60));
    assertThat(shift.reports()).hasSize(60);
    assertThat(shift.reports()).map(Whereabouts::position).allMatch(CrewTest::onTheWay);
  }

  /** On the straight line to the scene, but for what the receiver errs. */
  private static boolean onTheWay(LngLat place) {
    double detour =
        STATION.distanceMetersTo(place)
            + place.distanceMetersTo(SCENE)
            - STATION.distanceMetersTo(SCENE);
    return detour < 25;
  }

  /** A seed whose crew does this after it has met the patient. */
  private static Shift shiftThat(Milestone afterContact) {
    for (int seed = 0; ; seed++) {
      Shift probe = new Shift(ATLAS, STATION, STATION, seed);
      probe.assign(SCENE);
      if (probe.untilEnded().contains(afterContact)) {
        return new Shift(ATLAS, STATION, STATION, seed);
      }
    }
  }

  private static Shift shiftThatDeclines() {
    for (int seed = 0; ; seed++) {
      Shift probe = new Shift(ATLAS, STATION, STATION, seed);
      probe.assign(SCENE);
      if (probe.untilDeed(Duration.ofMinutes(1)) instanceof Decline) {
        Shift shift = new Shift(ATLAS, STATION, STATION, seed);
        shift.assign(SCENE);
        return shift;
      }
    }
  }

  @Test
  void knowsNoHospitalButTheNamedAndTheNearest() {
    assertThat(ATLAS.findHospital("far", SCENE)).contains(FAR);
    assertThat(ATLAS.findHospital(null, SCENE)).contains(NEAR);
    assertThat(ATLAS.findHospital("unheard of", SCENE)).isEqualTo(Optional.of(NEAR));
  }
}
