package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Whereabouts;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Open incidents that a new call may be about. Only shown: a person decides. Stateless,
 * thread-safe; linear in the open incidents around.
 *
 * <p>The figures are project defaults: {@value #NEAR_METERS} m is about what people differ by when
 * they tell where they see an accident, and after {@value #RECENT_MINUTES} min an ambulance is
 * there and new callers are about something else.
 */
public final class PossibleDuplicates {
  static final double NEAR_METERS = 500;
  static final long RECENT_MINUTES = 30;
  static final int LIMIT = 5;

  /** A little more than {@link #NEAR_METERS} in degrees of latitude. */
  private static final double BOX_DEGREES = 0.005;

  /** Digits by which phone numbers are compared: a Chinese number without country code. */
  private static final int COMPARED_DIGITS = 11;

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
    return board.listOpenAround(position, phone).stream()
        .filter(incident -> !incident.closed())
        .flatMap(incident -> match(incident, position, phone, now).stream())
        .sorted(LIKELIEST)
        .limit(LIMIT)
        .sorted(NEAREST)
        .map(Match::found)
        .toList();
  }

  /** What is cheap to exclude goes first: fusing fixes is not. */
  private static Optional<Match> match(
      Incident incident, @Nullable LngLat position, Personal phone, Instant now) {
    boolean samePhone = samePhone(incident.calls(), phone);
    Duration age = Duration.between(incident.openedAt(), now);
    boolean perhapsNear =
        position != null
            && age.compareTo(Duration.ofMinutes(RECENT_MINUTES)) <= 0
            && hasFixAround(incident, position);
    if (!samePhone && !perhapsNear) {
      return Optional.empty();
    }
    Optional<Double> meters =
        Optional.ofNullable(position)
            .flatMap(
                here ->
                    IncidentViews.findPosition(incident, now)
                        .map(PositionView::toLngLat)
                        .map(there -> there.distanceMetersTo(here)));
    boolean near = perhapsNear && meters.filter(m -> m <= NEAR_METERS).isPresent();
    return samePhone || near
        ? Optional.of(
            new Match(
                new PossibleDuplicate(
                    incident.id(), meters.orElse(0.0), Math.max(0, age.toSeconds())),
                samePhone))
        : Optional.empty();
  }

  /** Whether any fix lies in a box that surely holds the circle; the position is one of them. */
  private static boolean hasFixAround(Incident incident, LngLat here) {
    double narrowing = Math.max(0.01, Math.cos(Math.toRadians(here.lat())));
    for (Whereabouts.Reported reported : incident.whereabouts().fixes()) {
      LngLat there = reported.fix().position();
      if (Math.abs(there.lat() - here.lat()) <= BOX_DEGREES
          && Math.abs(there.lng() - here.lng()) <= BOX_DEGREES / narrowing) {
        return true;
      }
    }
    return false;
  }

  private static boolean samePhone(List<Call> calls, Personal phone) {
    for (Call call : calls) {
      if (sameNumber(call.phone().text(), phone.text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Compares digits from the end, whatever stands between them. A withheld or erased number has no
   * digits and is nobody's.
   */
  private static boolean sameNumber(String one, String other) {
    int i = one.length();
    int j = other.length();
    for (int compared = 0; compared < COMPARED_DIGITS; compared++) {
      i = beforeLastDigit(one, i);
      j = beforeLastDigit(other, j);
      if (i < 0 || j < 0) {
        return i < 0 && j < 0 && compared > 0;
      }
      if (one.charAt(i) != other.charAt(j)) {
        return false;
      }
    }
    return true;
  }

  /** The index of the last digit before {@code end}, negative when there is none. */
  private static int beforeLastDigit(String text, int end) {
    int at = end - 1;
    while (at >= 0 && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at--;
    }
    return at;
  }

  private record Match(PossibleDuplicate found, boolean samePhone) {}
}
