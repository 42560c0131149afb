package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision may look at: the state it is guarded by, and what was observed around it.
 *
 * @param incident the incident the command is about; of a link, the one that is joined
 * @param other of a link, the incident the call leaves; of a pre-emption, the one that loses its
 *     unit
 * @param unit the unit that is assigned or declared, or whose clearing is withdrawn
 * @param around observations that guard nothing
 * @param roads what is closed, for commands about roads
 * @param cards which triage cards are in force
 */
public record Scene(
    Optional<Incident> incident,
    Optional<Incident> other,
    Optional<Unit> unit,
    Surroundings around,
    ClosedRoads roads,
    CardApprovals cards) {
  public static final Scene EMPTY =
      new Scene(Optional.empty(), Optional.empty(), Optional.empty(), Surroundings.NONE);

  /** A scene without cards. */
  public Scene(
      Optional<Incident> incident,
      Optional<Incident> other,
      Optional<Unit> unit,
      Surroundings around,
      ClosedRoads roads) {
    this(incident, other, unit, around, roads, CardApprovals.NONE);
  }

  /** A scene without roads. */
  public Scene(
      Optional<Incident> incident,
      Optional<Incident> other,
      Optional<Unit> unit,
      Surroundings around) {
    this(incident, other, unit, around, ClosedRoads.NONE);
  }

  /** The state of a named incident, if it is in the scene. */
  Optional<Incident> find(IncidentId id) {
    return Stream.of(incident, other)
        .flatMap(Optional::stream)
        .filter(i -> i.id().equals(id))
        .findFirst();
  }

  /**
   * Observed, not guarded.
   *
   * @param possibleDuplicates open incidents near a new call
   * @param crewLink whether the unit's device is connected
   * @param proposed the unit to send now, for alerts that propose one
   * @param etaSeconds predicted travel time of {@code unit}
   * @param hospitals who is to be told there
   */
  public record Surroundings(
      List<PossibleDuplicate> possibleDuplicates,
      CrewLink crewLink,
      @Nullable UnitId proposed,
      @Nullable Double etaSeconds,
      List<String> reasons,
      HospitalBook hospitals) {
    public static final Surroundings NONE =
        new Surroundings(List.of(), CrewLink.CONNECTED, null, null, List.of());

    /** Without hospitals. */
    public Surroundings(
        List<PossibleDuplicate> possibleDuplicates,
        CrewLink crewLink,
        @Nullable UnitId proposed,
        @Nullable Double etaSeconds,
        List<String> reasons) {
      this(possibleDuplicates, crewLink, proposed, etaSeconds, reasons, HospitalBook.EMPTY);
    }

    /** The same, with hospitals. */
    public Surroundings with(HospitalBook book) {
      return new Surroundings(possibleDuplicates, crewLink, proposed, etaSeconds, reasons, book);
    }

    public Surroundings {
      possibleDuplicates = List.copyOf(possibleDuplicates);
      reasons = List.copyOf(reasons);
    }
  }
}
