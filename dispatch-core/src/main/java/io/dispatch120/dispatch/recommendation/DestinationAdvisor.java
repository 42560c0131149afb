package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.chestpain.DestinationAdvice;
import io.dispatch120.dispatch.chestpain.DestinationOption;
import io.dispatch120.dispatch.chestpain.DestinationQuestion;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Notice;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.hospital.Ladders;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Destination advice from what a centre's board and roads know at a moment. Keep one for each
 * centre: it remembers the ways between its hospitals, see {@link TransferTable}. Thread-safe.
 *
 * <p>A question costs one sweep of the road network from the patient to all hospitals, and once a
 * minute one more for each hospital with PCI: on a large map a matter for workers.
 */
public final class DestinationAdvisor {
  private final Board board;
  private final TravelTimes roads;
  private final TransferTable transfers;

  public DestinationAdvisor(Board board, TravelTimes roads) {
    this.board = board;
    this.roads = roads;
    this.transfers = new TransferTable(board, roads);
  }

  /**
   * Best first, every hospital of the catalogue at least once; empty when it has none.
   *
   * @param from where the patient is: the vehicle, or the scene; null when nobody knows
   * @param targets the centre's own figures by name
   */
  public List<DestinationOption> advise(
      Condition patient, @Nullable LngLat from, Map<String, Target> targets, Instant now) {
    List<HospitalInfo> hospitals = board.catalogue().hospitals();
    List<LngLat> places = hospitals.stream().map(HospitalInfo::position).toList();
    List<Travel> ways =
        from == null || places.isEmpty()
            ? List.of()
            : roads.fromOrigin(from, places, TravelProfile.AMBULANCE);
    HospitalServices services = board.hospitalServices();
    List<Candidate> candidates = new ArrayList<>(hospitals.size());
    for (int i = 0; i < hospitals.size(); i++) {
      candidates.add(
          candidate(hospitals.get(i), services, ways.isEmpty() ? null : ways.get(i), now));
    }
    return DestinationAdvice.of(
        new DestinationQuestion(patient, now, candidates, transfers.at(now), targets));
  }

  private Candidate candidate(
      HospitalInfo hospital, HospitalServices services, @Nullable Travel way, Instant now) {
    List<String> problems = Ladders.problems(hospital, now);
    return new Candidate(
        hospital.id(),
        services.statesOf(hospital.id(), now),
        way == null ? null : way.seconds(),
        hospital.medianArrivalToWireMinutes(),
        board
            .notices()
            .find(hospital.id(), now)
            .map(notice -> new Notice(notice.reason(), notice.until()))
            .orElse(null),
        !problems.contains(Ladders.NO_CONTACTS)
            && !problems.contains(Ladders.NO_REACHABLE_CONTACT));
  }
}
