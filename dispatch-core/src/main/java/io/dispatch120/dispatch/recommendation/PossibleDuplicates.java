package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Open incidents that a new call may be about. Only shown: a person decides. Stateless,
 * thread-safe; linear in the open incidents.
 *
 * <p>The figures are project defaults: {@value #NEAR_METERS} m is about what people differ by when
 * they tell where they see an accident, and after {@value #RECENT_MINUTES} min an ambulance is
 * there and new callers are about something else.
 */
public final class PossibleDuplicates {
  static final double NEAR_METERS = 500;
  static final long RECENT_MINUTES = 30;
  static final int LIMIT = 5;

  /** Digits by which phone numbers are compared: a Chinese number without country code. */
  private static final int COMPARED_DIGITS = 11;

  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");

  private static final Comparator<Match> NEAREST =
      Comparator.comparingDouble((Match match) -> match.found().distanceMeters())
          .thenComparingLong(match -> match.found().ageSeconds())
          .thenComparing(match -> match.found().incidentId().value());

  /** Somebody who calls again must not fall off the list among many incidents nearby. */
  private static final Comparator<Match> LIKELIEST =
      Comparator.comparing(Match::samePhone).reversed().thenComparing(NEAREST);

  private PossibleDuplicates() {}

  /**
   * At most {@value #LIMIT}, nearest first: the incidents near in place and time, and those with a
   * call from the same phone, however old or far. When one of both places is unknown the same phone
   * counts as the same place, at a distance of 0.
   *
   * @param position of the new call, null while unknown
   */
  public static List<PossibleDuplicate> find(
      Board board, @Nullable LngLat position, Personal phone, Instant now) {
    return board.openIncidents().stream()
        .filter(incident -> !incident.closed())
        .flatMap(incident -> match(incident, position, phone, now).stream())
        .sorted(LIKELIEST)
        .limit(LIMIT)
        .sorted(NEAREST)
        .map(Match::found)
        .toList();
  }

  private static Optional<Match> match(
      Incident incident, @Nullable LngLat position, Personal phone, Instant now) {
    Duration age = Duration.between(incident.openedAt(), now);
    Optional<Double> meters =
        Optional.ofNullable(position)
            .flatMap(
                here ->
                    IncidentViews.findPosition(incident, now)
                        .map(PositionView::toLngLat)
                        .map(there -> there.distanceMetersTo(here)));
    boolean samePhone = samePhone(incident.calls().stream().map(Call::phone), phone);
    boolean near =
        meters.filter(m -> m <= NEAR_METERS).isPresent()
            && age.compareTo(Duration.ofMinutes(RECENT_MINUTES)) <= 0;
    return samePhone || near
        ? Optional.of(
            new Match(
                new PossibleDuplicate(
                    incident.id(), meters.orElse(0.0), Math.max(0, age.toSeconds())),
                samePhone))
        : Optional.empty();
  }

  private static boolean samePhone(Stream<Personal> known, Personal phone) {
    String wanted = comparable(phone);
    // A withheld or erased number has no digits and is nobody's.
    return !wanted.isEmpty() && known.map(PossibleDuplicates::comparable).anyMatch(wanted::equals);
  }

  private static String comparable(Personal phone) {
    String digits = NOT_DIGITS.matcher(phone.text()).replaceAll("");
    return digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS));
  }

  private record Match(PossibleDuplicate found, boolean samePhone) {}
}
