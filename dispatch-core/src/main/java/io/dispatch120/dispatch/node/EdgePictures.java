package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewHospitalView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.InboundPatientView;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.LocatorView.ApproachingUnit;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.CasePatients;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.LocatorLink;
import io.dispatch120.dispatch.incident.Patient;
import io.dispatch120.dispatch.incident.Whereabouts.Reported;
import io.dispatch120.dispatch.stream.EdgeListeners;
import io.dispatch120.dispatch.view.AedViews;
import io.dispatch120.dispatch.view.AssignmentViews;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What crews and callers see of an incident; each gets what it needs and no more. Readable from any
 * thread.
 */
final class EdgePictures implements EdgeListeners.Pictures {
  private static final int AEDS = 3;

  private final Board board;
  private final LiveFleet fleet;
  private final TravelTimes travelTimes;
  private final InstantSource clock;

  EdgePictures(Board board, LiveFleet fleet, TravelTimes travelTimes, InstantSource clock) {
    this.board = board;
    this.fleet = fleet;
    this.travelTimes = travelTimes;
    this.clock = clock;
  }

  @Override
  public Optional<CrewAssignmentView> crew(UnitId unit, Incident incident) {
    List<Assignment> own =
        incident.assignments().stream().filter(a -> a.unitId().equals(unit)).toList();
    return own.stream()
        .filter(Assignment::live)
        .findFirst()
        .or(() -> own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1)))
        .map(assignment -> crewView(unit, incident, assignment));
  }

  private CrewAssignmentView crewView(UnitId unit, Incident incident, Assignment assignment) {
    IncidentView view = IncidentViews.of(incident, clock.instant());
    PositionView destination = view.destination() != null ? view.destination() : view.position();
    IncidentView.CallView call = view.calls().isEmpty() ? null : view.calls().get(0);
    return new CrewAssignmentView(
        AssignmentViews.of(incident.id(), assignment),
        incident.id(),
        incident.number(),
        view.priority(),
        view.complaint(),
        destination,
        view.address(),
        view.meetingPoint(),
        view.note(),
        call == null ? null : call.phone(),
        call == null ? null : call.callerName(),
        view.patients(),
        view.messages(),
        aeds(destination),
        incident.liveAssignments().stream()
            .map(Assignment::unitId)
            .filter(u -> !u.equals(unit))
            .toList(),
        view.cases(),
        view.preAlerts(),
        board.catalogue().hospitals().stream().map(EdgePictures::hospital).toList(),
        incident.openedAt(),
        incident.revision());
  }

  private static CrewHospitalView hospital(HospitalInfo hospital) {
    return new CrewHospitalView(
        hospital.id(),
        hospital.name(),
        hospital.accreditation(),
        hospital.capabilities().stream().map(HospitalCapability::name).toList());
  }

  @Override
  public LocatorView caller(Incident incident, String linkId) {
    Instant now = clock.instant();
    LocatorLink link =
        incident.links().stream().filter(l -> l.id().equals(linkId)).findFirst().orElse(null);
    IncidentView view = IncidentViews.of(incident, now);
    PositionView received = link == null ? null : received(incident, link);
    List<ApproachingUnit> units = approach(incident, view.position(), now);
    return new LocatorView(
        view.status(),
        received,
        view.callerWithPatient(),
        units,
        !units.isEmpty() && incident.assignments().size() > units.size(),
        aeds(view.position()),
        List.of(),
        link == null ? List.of() : messages(incident, link),
        link == null ? incident.openedAt() : link.expiresAt(),
        incident.revision());
  }

  @Override
  public List<ApproachingUnit> approach(Incident incident) {
    Instant now = clock.instant();
    return approach(incident, IncidentViews.findPosition(incident, now).orElse(null), now);
  }

  @Override
  public List<InboundPatientView> inbound(Incident incident, HospitalId hospital) {
    Optional<LngLat> door =
        board.catalogue().hospitals().stream()
            .filter(h -> h.id().equals(hospital))
            .map(HospitalInfo::position)
            .findFirst();
    return incident.patients().stream()
        .map(Patient::id)
        .flatMap(
            patient ->
                CasePatients.assignments(incident, patient).stream()
                    .filter(a -> bringsTo(a, hospital))
                    .findFirst()
                    .map(a -> inbound(incident, patient, a, door))
                    .stream())
        .toList();
  }

  private static boolean bringsTo(Assignment a, HospitalId hospital) {
    return a.live() && hospital.equals(a.destination()) && !a.reached(Milestone.AT_HOSPITAL);
  }

  /** Before the unit is with the patient nobody knows how long it will stay there. */
  private InboundPatientView inbound(
      Incident incident, PatientId patient, Assignment a, Optional<LngLat> door) {
    Optional<Travel> way =
        a.lastMilestone().compareTo(Milestone.ON_SCENE) < 0 || door.isEmpty()
            ? Optional.empty()
            : DriveStart.find(
                    incident, Optional.of(a).filter(Assignment::leftScene), fleet, clock.instant())
                .map(start -> travel(start, door.get()));
    return new InboundPatientView(
        incident.id(),
        patient,
        a.unitId(),
        way.map(Travel::seconds).orElse(null),
        way.map(Travel::distanceMeters).orElse(null),
        way.map(Travel::method).orElse(null));
  }

  private List<ApproachingUnit> approach(
      Incident incident, @Nullable PositionView place, Instant now) {
    return incident.liveAssignments().stream().map(a -> approaching(a, place, now)).toList();
  }

  private static List<MessageView> messages(Incident incident, LocatorLink link) {
    return incident.messages().stream()
        .filter(message -> message.isFor(link.callId()))
        .map(IncidentViews::message)
        .toList();
  }

  /** The newest fix of the link's own call. */
  private static @Nullable PositionView received(Incident incident, LocatorLink link) {
    PositionView newest = null;
    for (Reported reported : incident.whereabouts().fixes()) {
      if (link.callId().value().equals(reported.callId())) {
        newest = IncidentViews.position(reported.fix());
      }
    }
    return newest;
  }

  /** Whoever has the link may be a passer-by: where a patient is driven to is not for them. */
  private ApproachingUnit approaching(Assignment a, @Nullable PositionView place, Instant now) {
    Optional<UnitPosition> at = a.leftScene() ? Optional.empty() : fleet.findBelievable(a.unitId());
    boolean fresh = at.filter(p -> DriveStart.isFresh(p, now)).isPresent();
    boolean onTheWay = a.lastMilestone().compareTo(Milestone.ON_SCENE) < 0;
    Double eta =
        fresh && onTheWay && place != null ? travelSeconds(at.get().position(), place) : null;
    return new ApproachingUnit(
        a.unitId(),
        a.status(),
        eta,
        at.map(p -> p.position().lng()).orElse(null),
        at.map(p -> p.position().lat()).orElse(null),
        at.map(UnitPosition::at).orElse(null));
  }

  private Double travelSeconds(LngLat from, PositionView to) {
    return travel(from, to.toLngLat()).seconds();
  }

  private Travel travel(LngLat from, LngLat to) {
    return travelTimes.toDestination(List.of(from), to, TravelProfile.AMBULANCE).get(0);
  }

  private List<AedView> aeds(@Nullable PositionView place) {
    return place == null
        ? List.of()
        : board.aeds().nearestUsable(place.toLngLat(), AEDS, clock.instant()).stream()
            .map(AedViews::of)
            .toList();
  }
}
