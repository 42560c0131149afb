package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.SpatialIndex;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.dispatch120.geo.hours.OsmOpeningHours;
import io.dispatch120.geo.index.QuadTreeIndex;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One centre in memory: its board and its fleet, filled by hand. */
public final class TestCenter implements Board, LiveFleet {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final LngLat WANGCHENGPO = new LngLat(112.913, 28.211);

  /** Wide enough for all that tests do. */
  private static final List<List<LngLat>> AREA =
      List.of(
          List.of(
              new LngLat(111, 27),
              new LngLat(115, 27),
              new LngLat(115, 30),
              new LngLat(111, 30),
              new LngLat(111, 27)));

  private static final List<StationInfo> STATIONS =
      List.of(
          new StationInfo(new StationId("ST"), "望城坡站", WANGCHENGPO, "0731-88880120"),
          new StationInfo(new StationId("OTHER"), "麓谷站", WANGCHENGPO, null));

  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<UnitId, Unit> units = new LinkedHashMap<>();
  private final Map<UnitId, UnitPosition> positions = new HashMap<>();
  private final Map<UnitId, CrewLink> links = new HashMap<>();
  private final QuadTreeIndex<UnitId> index = new QuadTreeIndex<>();
  private final List<Catalogue.HospitalInfo> hospitals = new ArrayList<>();
  private List<Catalogue.AedInfo> aeds = List.of();
  private AedFinder finder = finder();
  private volatile CapacityNotices notices = CapacityNotices.NONE;
  private volatile ClosedRoads roads = ClosedRoads.NONE;
  private volatile CardApprovals cards = CardApprovals.NONE;

  /** An on-duty unit at its station, connected, without a live position. */
  public static Unit unit(String id, LngLat station, Capability... capabilities) {
    Unit.Profile profile =
        new Unit.Profile(
            id + "组",
            "湘A·" + id,
            Set.of(capabilities),
            new StationId("ST"),
            station,
            "13900000000");
    return new Unit(
        new UnitId(id), IncidentStory.CENTER, profile, Unit.DutyState.ON_DUTY, 0, null, null);
  }

  public TestCenter with(Unit unit) {
    units.put(unit.id(), unit);
    index.put(
        unit.id(),
        findPosition(unit.id())
            .map(UnitPosition::position)
            .orElse(unit.profile().stationPosition()));
    return this;
  }

  public TestCenter with(Incident incident) {
    incidents.put(incident.id(), incident);
    return this;
  }

  public TestCenter seen(String unit, LngLat position, Instant at) {
    UnitId id = new UnitId(unit);
    positions.put(id, new UnitPosition(id, position, at, 0.0, null, null));
    index.put(id, position);
    return this;
  }

  public TestCenter with(ClosedRoads newRoads) {
    roads = newRoads;
    return this;
  }

  public TestCenter with(CardApprovals newCards) {
    cards = newCards;
    return this;
  }

  public TestCenter with(CapacityNotices newNotices) {
    notices = newNotices;
    return this;
  }

  /** In place of all that were there. */
  public TestCenter withHospitals(List<Catalogue.HospitalInfo> all) {
    hospitals.clear();
    hospitals.addAll(all);
    return this;
  }

  public TestCenter link(String unit, CrewLink link) {
    links.put(new UnitId(unit), link);
    return this;
  }

  public TestCenter with(Catalogue.HospitalInfo hospital) {
    hospitals.add(hospital);
    return this;
  }

  public TestCenter withAeds(List<Catalogue.AedInfo> newAeds) {
    aeds = List.copyOf(newAeds);
    finder = finder();
    return this;
  }

  private AedFinder finder() {
    return new IndexedAedFinder(
        aeds.stream().map(Catalogue.AedInfo::site).toList(),
        ZONE,
        new StraightLineTravelTimes(Assumptions.DEFAULTS));
  }

  @Override
  public CenterId center() {
    return IncidentStory.CENTER;
  }

  @Override
  public long seq() {
    return incidents.values().stream().mapToLong(Incident::revision).max().orElse(0);
  }

  @Override
  public Optional<Incident> findIncident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public Collection<Incident> openIncidents() {
    return incidents.values().stream().filter(incident -> !incident.closed()).toList();
  }

  /** Everything: what is given beyond those around must not matter. */
  @Override
  public List<Incident> listOpenAround(@Nullable LngLat place, Personal phone) {
    return List.copyOf(openIncidents());
  }

  @Override
  public List<Incident> listUnconfirmed() {
    return incidents.values().stream().filter(Incident::unsettled).toList();
  }

  @Override
  public Optional<IncidentId> findIdByAssignment(AssignmentId id) {
    return idOf(incidents.values().stream().filter(i -> i.findAssignment(id).isPresent()));
  }

  @Override
  public Optional<IncidentId> findIdByCall(CallId id) {
    return idOf(incidents.values().stream().filter(i -> i.findCall(id).isPresent()));
  }

  @Override
  public Optional<IncidentId> findIdByPatient(PatientId id) {
    return idOf(incidents.values().stream().filter(i -> i.findPatient(id).isPresent()));
  }

  @Override
  public Optional<IncidentId> findIdByAlert(AlertId id) {
    return idOf(incidents.values().stream().filter(i -> i.findAlert(id).isPresent()));
  }

  @Override
  public Optional<IncidentId> findIdByEscalation(EscalationId id) {
    return idOf(incidents.values().stream().filter(i -> i.findPreAlert(id).isPresent()));
  }

  private static Optional<IncidentId> idOf(Stream<Incident> found) {
    return found.findFirst().map(Incident::id);
  }

  @Override
  public Optional<Unit> findUnit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public Collection<Unit> units() {
    return units.values();
  }

  @Override
  public Catalogue catalogue() {
    Catalogue.CenterInfo info =
        new Catalogue.CenterInfo(
            IncidentStory.CENTER, "湘江", ZONE.getId(), "XJ", "demo", WANGCHENGPO, AREA);
    return new Catalogue(info, STATIONS, List.of(), hospitals, aeds);
  }

  @Override
  public CapacityNotices notices() {
    return notices;
  }

  @Override
  public HospitalServices hospitalServices() {
    return new HospitalServices(
        catalogue(), hours -> OsmOpeningHours.parse(hours, HolidayCalendar.china()));
  }

  @Override
  public ClosedRoads roads() {
    return roads;
  }

  @Override
  public CardApprovals cards() {
    return cards;
  }

  @Override
  public AedFinder aeds() {
    return finder;
  }

  @Override
  public CenterPolicy policy() {
    return CenterPolicy.defaults(ZONE, "XJ");
  }

  @Override
  public Optional<UnitPosition> findPosition(UnitId id) {
    return Optional.ofNullable(positions.get(id));
  }

  @Override
  public CrewLink crewLink(UnitId id) {
    return links.getOrDefault(id, CrewLink.CONNECTED);
  }

  @Override
  public SpatialIndex<UnitId> index() {
    return index;
  }
}
