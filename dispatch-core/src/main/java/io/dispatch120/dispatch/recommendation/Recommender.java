package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.RecommendationView.HospitalOption;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Proposes whom and what to send to an incident; people decide. Stateless, thread-safe, and blocks
 * no longer than the travel times it asks for: nothing is looked up outside memory.
 *
 * <p>Reads only the units that may be among the first (see {@link UnitRanking}), every hospital,
 * and of the AEDs what {@link io.dispatch120.geo.api.AedFinder} looks at.
 */
public final class Recommender {
  /** More than five AEDs do not help a bystander who has minutes. */
  static final int AED_LIMIT = 5;

  static final int HOSPITAL_LIMIT = 10;

  private static final Comparator<HospitalOption> BY_TRAVEL_TIME =
      Comparator.comparing(HospitalOption::method)
          .thenComparingDouble(HospitalOption::travelSeconds)
          .thenComparing(hospital -> hospital.hospitalId().value());

  public static final Refusal NO_PLACE =
      new Refusal(
          RefusalCode.POSITION_UNKNOWN,
          "the place of the incident is not known yet: confirm it on the map, or send the caller a"
              + " location link");

  private final TravelTimes travelTimes;

  public Recommender(TravelTimes travelTimes) {
    this.travelTimes = travelTimes;
  }

  /** The recommendation for {@code incident} now, or {@code POSITION_UNKNOWN}. */
  public Reply<RecommendationView> recommend(
      Incident incident, Board board, LiveFleet fleet, Instant now) {
    return placeOf(incident, now)
        .<Reply<RecommendationView>>map(
            place -> new Reply.Ok<>(recommend(incident, place, board, fleet, now), false))
        .orElseGet(() -> new Reply.No<>(NO_PLACE));
  }

  /** Its units alone, the proposal first; none while the place is not known. */
  public List<UnitOption> rank(Incident incident, Board board, LiveFleet fleet, Instant now) {
    return placeOf(incident, now)
        .map(place -> new UnitRanking(travelTimes, incident, place, board, fleet, now).ranked())
        .orElse(List.of());
  }

  private static Optional<LngLat> placeOf(Incident incident, Instant now) {
    return IncidentViews.findPosition(incident, now).map(PositionView::toLngLat);
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

  /** Asked from here to there, because on roads the way there is not the way back. */
  private List<HospitalOption> hospitals(LngLat from, List<HospitalInfo> hospitals) {
    List<Travel> ways =
        travelTimes.fromOrigin(
            from, hospitals.stream().map(HospitalInfo::position).toList(), TravelProfile.AMBULANCE);
    List<HospitalOption> options = new ArrayList<>(hospitals.size());
    for (int i = 0; i < hospitals.size(); i++) {
      options.add(option(hospitals.get(i), ways.get(i)));
    }
    return options.stream().sorted(BY_TRAVEL_TIME).limit(HOSPITAL_LIMIT).toList();
  }

  private static HospitalOption option(HospitalInfo hospital, Travel way) {
    return new HospitalOption(
        hospital.id(),
        hospital.name(),
        way.seconds(),
        way.distanceMeters(),
        way.method(),
        hospital.capabilities());
  }
}
