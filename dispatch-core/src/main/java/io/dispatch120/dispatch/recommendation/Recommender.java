package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.RecommendationView.HospitalOption;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.AedViews;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Proposes whom and what to send to an incident; people decide. Stateless, thread-safe, and blocks
 * no longer than the travel times it asks for: nothing is looked up outside memory.
 *
 * <p>Linear in the units and hospitals of the centre, logarithmic in its AEDs; travel times are
 * asked only for units that may be among the first (see {@link UnitRanking}).
 */
public final class Recommender {
  /** More than five AEDs do not help a bystander who has minutes. */
  static final int AED_LIMIT = 5;

  static final int HOSPITAL_LIMIT = 10;

  private static final Comparator<HospitalOption> BY_TRAVEL_TIME =
      Comparator.comparingDouble(HospitalOption::travelSeconds)
          .thenComparing(hospital -> hospital.hospitalId().value());

  private final TravelTimes travelTimes;

  public Recommender(TravelTimes travelTimes) {
    this.travelTimes = travelTimes;
  }

  /** The recommendation for {@code incident} now, or {@code POSITION_UNKNOWN}. */
  public Reply<RecommendationView> recommend(
      Incident incident, Board board, LiveFleet fleet, Instant now) {
    Optional<LngLat> place = IncidentViews.findPosition(incident, now).map(PositionView::toLngLat);
    if (place.isEmpty()) {
      return new Reply.No<>(
          new Refusal(
              RefusalCode.POSITION_UNKNOWN,
              "the place of the incident is not known yet: confirm it on the map, or send the"
                  + " caller a location link"));
    }
    return new Reply.Ok<>(recommend(incident, place.get(), board, fleet, now), false);
  }

  private RecommendationView recommend(
      Incident incident, LngLat place, Board board, LiveFleet fleet, Instant now) {
    List<AedView> aeds =
        board.aeds().nearestUsable(place, AED_LIMIT, now).stream().map(AedViews::of).toList();
    return new RecommendationView(
        incident.id(),
        new UnitRanking(travelTimes, incident, place, board, fleet, now).ranked(),
        aeds,
        List.of(),
        hospitals(place, board.catalogue().hospitals()),
        now);
  }

  /** Asked one by one, because the way there is not the way back on roads. */
  private List<HospitalOption> hospitals(LngLat from, List<HospitalInfo> hospitals) {
    return hospitals.stream()
        .map(hospital -> option(hospital, from))
        .sorted(BY_TRAVEL_TIME)
        .limit(HOSPITAL_LIMIT)
        .toList();
  }

  private HospitalOption option(HospitalInfo hospital, LngLat from) {
    Travel way =
        travelTimes
            .toDestination(List.of(from), hospital.position(), TravelProfile.AMBULANCE)
            .get(0);
    return new HospitalOption(
        hospital.id(),
        hospital.name(),
        way.seconds(),
        way.distanceMeters(),
        way.method(),
        hospital.capabilities());
  }
}
