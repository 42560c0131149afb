package io.dispatch120.dispatch.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PossibleDuplicatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LngLat PLACE = TestCenter.WANGCHENGPO;
  private static final Personal PHONE = new Personal("13812341234");

  private final TestCenter center = new TestCenter();

  private static LngLat north(double meters) {
    double degrees = Math.toDegrees(meters / LngLat.EARTH_RADIUS_METERS);
    return new LngLat(PLACE.lng(), PLACE.lat() + degrees);
  }

  private static IncidentStory incident(String id, double metersAway, Duration age) {
    return IncidentStory.opened(id, NOW.minus(age))
        .called("13900000000")
        .located(north(metersAway), FixSource.CONFIRMED);
  }

  private List<String> found() {
    return PossibleDuplicates.find(center, PLACE, PHONE, NOW).stream()
        .map(found -> found.incidentId().value())
        .toList();
  }

  @Test
  void findsWhatIsNearInPlaceAndTimeNearestFirst() {
    center
        .with(incident("edge", 499.9, Duration.ofMinutes(30)).incident())
        .with(incident("near", 20, Duration.ofMinutes(5)).incident())
        .with(incident("too-far", 500.1, Duration.ofMinutes(5)).incident())
        .with(incident("too-old", 20, Duration.ofMinutes(30).plusSeconds(1)).incident());

    List<PossibleDuplicate> found = PossibleDuplicates.find(center, PLACE, PHONE, NOW);

    assertThat(found).extracting(d -> d.incidentId().value()).containsExactly("near", "edge");
    assertThat(found.get(0).distanceMeters()).isCloseTo(20, Offset.offset(0.01));
    assertThat(found.get(0).ageSeconds()).isEqualTo(300);
  }

  @Test
  void findsAnotherCallOfTheSamePhoneHoweverWrittenFarOrOld() {
    center
        .with(incident("far", 9_000, Duration.ofHours(3)).called("+86 138-1234-1234").incident())
        .with(incident("other-phone", 9_000, Duration.ofMinutes(1)).incident());

    assertThat(found()).containsExactly("far");
  }

  @Test
  void findsTheSamePhoneWithoutAnyPositionAtADistanceOfZero() {
    center.with(IncidentStory.opened("nowhere", NOW).called(PHONE.text()).incident());

    assertThat(PossibleDuplicates.find(center, null, PHONE, NOW))
        .singleElement()
        .satisfies(found -> assertThat(found.distanceMeters()).isZero());
  }

  @Test
  void takesNeitherWithheldNorErasedNumbersForTheSamePhone() {
    center.with(IncidentStory.opened("withheld", NOW).called("").called("[erased]").incident());

    assertThat(PossibleDuplicates.find(center, null, new Personal(""), NOW)).isEmpty();
    assertThat(PossibleDuplicates.find(center, null, Personal.ERASED, NOW)).isEmpty();
  }

  @Test
  void leavesOutClosedIncidents() {
    center.with(incident("closed", 5, Duration.ofMinutes(1)).closed(Outcome.CANCELLED).incident());

    assertThat(found()).isEmpty();
  }

  @Test
  void keepsTheSamePhoneAmongTheFiveEvenWhenManyAreNearer() {
    for (int i = 0; i < 8; i++) {
      center.with(incident("near" + i, 10 + i, Duration.ofMinutes(1)).incident());
    }
    center.with(incident("again", 400, Duration.ofMinutes(1)).called(PHONE.text()).incident());

    assertThat(found()).containsExactly("near0", "near1", "near2", "near3", "again");
  }
}
