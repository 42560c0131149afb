package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The board itself. One writer, the feed of its centre, calls {@link #apply} in sequence order; any
 * thread reads. Applying is O(size of the incident).
 */
public final class LiveBoard implements Board {
  private final CenterId center;
  private final CenterPolicy policy;
  private final Map<IncidentId, Incident> open = new ConcurrentHashMap<>();
  private final RecentlyClosed closed;
  private final IncidentFinder finder = new IncidentFinder();
  private final OpenIncidentLookup lookup = new OpenIncidentLookup();
  private final Map<UnitId, Unit> units = new ConcurrentHashMap<>();

  /** Incidents in which a crew has not confirmed what it had to be told; few, open or closed. */
  private final Set<IncidentId> unconfirmed = ConcurrentHashMap.newKeySet();

  /** Units of entries that the board does not know, with the last such entry. Writer only. */
  private final Map<UnitId, Long> strangers = new HashMap<>();

  private volatile ClosedRoads roads = ClosedRoads.NONE;
  private volatile CardApprovals cards = CardApprovals.NONE;
  private volatile CapacityNotices notices = CapacityNotices.NONE;
  private volatile long seq;
  private volatile CatalogueInUse inUse;

  /** The catalogue and what is built from it, exchanged together. */
  public record CatalogueInUse(
      Catalogue catalogue, AedFinder aeds, HospitalServices hospitalServices) {
    /** Where the hours of hospitals are not read. */
    public CatalogueInUse(Catalogue catalogue, AedFinder aeds) {
      this(catalogue, aeds, HospitalServices.withoutHours(catalogue));
    }
  }

  /**
   * @param keepClosed how many closed incidents stay at hand for late taps and corrections
   */
  public LiveBoard(CenterId center, CenterPolicy policy, CatalogueInUse inUse, int keepClosed) {
    this.center = center;
    this.policy = policy;
    this.inUse = inUse;
    this.closed = new RecentlyClosed(keepClosed, finder::forget);
  }

  /** Replaces everything by a picture from the database. Writer only. */
  public void restore(Picture picture) {
    open.clear();
    closed.clear();
    finder.clear();
    lookup.clear();
    units.clear();
    unconfirmed.clear();
    strangers.clear();
    picture.incidents().forEach(this::keep);
    picture.units().forEach(unit -> units.put(unit.id(), unit));
    roads = picture.roads();
    cards = picture.cards();
    notices = picture.notices();
    seq = picture.seq();
  }

  /**
   * Puts in an incident the board does not hold any more, as it was before the next entry. Writer
   * only.
   */
  public void recall(Incident incident) {
    keep(incident);
  }

  /** Whether the state that {@code entry} changes is at hand. */
  public boolean holdsStateOf(JournalEntry entry) {
    return !(entry.event() instanceof IncidentEvent event)
        || event instanceof IncidentEvent.Opening
        || (entry.incidentId() != null && findIncident(entry.incidentId()).isPresent());
  }

  /**
   * Takes the next entry. Writer only.
   *
   * @throws IllegalStateException when {@code entry} is not the next one; nothing is changed then
   */
  public Applied apply(JournalEntry entry) {
    if (entry.seq() != seq + 1) {
      throw new IllegalStateException("entry " + entry.seq() + " cannot follow " + seq);
    }
    Set<UnitId> crews = new HashSet<>();
    Optional<Incident> after = Optional.empty();
    if (entry.event() instanceof IncidentEvent event && entry.incidentId() != null) {
      Incident before = findIncident(entry.incidentId()).orElse(null);
      Incident folded = Incidents.fold(before, event, entry.stamp());
      addCrews(crews, before);
      addCrews(crews, folded);
      keep(folded);
      after = Optional.of(folded);
    }
    Optional<Unit> unit = applyToUnit(entry, after);
    if (entry.event() instanceof RoadEvent event) {
      roads = roads.with(event, entry.stamp());
    }
    if (entry.event() instanceof CardEvent event) {
      cards = cards.with(event, entry.stamp());
    }
    if (entry.event() instanceof HospitalEvent event) {
      notices = notices.with(event, entry.stamp());
    }
    if (entry.unitId() != null) {
      crews.add(entry.unitId());
    }
    seq = entry.seq();
    return new Applied(entry, after, unit, crews);
  }

  /** Everything as of now: what is open, and what is closed but not settled. Writer only. */
  public Picture picture(Instant now) {
    List<Incident> shown = new ArrayList<>(open.values());
    closed.all().stream().filter(Incident::unsettled).forEach(shown::add);
    return new Picture(seq, now, shown, List.copyOf(units.values()), roads, cards, notices);
  }

  /**
   * Exchanges the catalogue. Units that are new in it appear, those gone from it disappear when
   * free. Writer only.
   *
   * @param picture of the units; it may be older or newer than the board
   * @return false when the board has passed over an event of a new unit that {@code picture} does
   *     not show: it is left out, and a newer picture is needed
   */
  public boolean use(CatalogueInUse newInUse, Picture picture) {
    inUse = newInUse;
    Set<UnitId> named = new HashSet<>();
    boolean whole = true;
    for (Unit unit : picture.units()) {
      named.add(unit.id());
      if (units.containsKey(unit.id()) || strangers.getOrDefault(unit.id(), 0L) <= picture.seq()) {
        units.merge(unit.id(), unit, (old, fresh) -> old.with(fresh.profile()));
        strangers.remove(unit.id());
      } else {
        whole = false;
      }
    }
    units.values().removeIf(unit -> !named.contains(unit.id()) && !unit.committed());
    return whole;
  }

  private Optional<Unit> applyToUnit(JournalEntry entry, Optional<Incident> incident) {
    UnitId id = entry.unitId();
    Unit before = id == null ? null : units.get(id);
    if (before == null) {
      if (id != null) {
        strangers.put(id, entry.seq());
      }
      return Optional.empty();
    }
    Unit after = before;
    if (entry.event() instanceof UnitAvailabilityChanged changed) {
      after = changed.applyTo(before);
    } else if (entry.event() instanceof AssignmentEvents.OfAssignment event
        && incident.isPresent()) {
      after = committedOrFree(before, incident.get(), event);
    }
    after = after.at(entry.seq());
    units.put(after.id(), after);
    return Optional.of(after);
  }

  private static Unit committedOrFree(
      Unit unit, Incident incident, AssignmentEvents.OfAssignment event) {
    boolean live =
        incident.findAssignment(event.assignmentId()).filter(Assignment::live).isPresent();
    if (live) {
      return unit.assigned(event.assignmentId(), incident.id());
    }
    return event.assignmentId().equals(unit.assignmentId()) ? unit.released() : unit;
  }

  private static void addCrews(Set<UnitId> crews, @Nullable Incident incident) {
    if (incident != null) {
      incident.liveAssignments().forEach(a -> crews.add(a.unitId()));
    }
  }

  private void keep(Incident incident) {
    finder.note(incident);
    lookup.note(incident);
    if (incident.assignments().stream().anyMatch(Assignment::noticePending)) {
      unconfirmed.add(incident.id());
    } else {
      unconfirmed.remove(incident.id());
    }
    if (incident.closed()) {
      // Closed first, then no longer open: a reader in between finds it twice, never not at all.
      closed.put(incident);
      open.remove(incident.id());
    } else {
      open.put(incident.id(), incident);
      closed.remove(incident.id());
    }
  }

  @Override
  public CenterId center() {
    return center;
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public Optional<Incident> findIncident(IncidentId id) {
    Incident incident = open.get(id);
    return incident != null ? Optional.of(incident) : closed.find(id);
  }

  @Override
  public Collection<Incident> openIncidents() {
    return open.values();
  }

  @Override
  public List<Incident> listOpenAround(@Nullable LngLat place, Personal phone) {
    return lookup.find(place, phone).stream().map(open::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<Incident> listUnconfirmed() {
    return unconfirmed.stream().flatMap(id -> findIncident(id).stream()).toList();
  }

  @Override
  public Optional<IncidentId> findIdByAssignment(AssignmentId id) {
    return finder.find(id);
  }

  @Override
  public Optional<IncidentId> findIdByCall(CallId id) {
    return finder.find(id);
  }

  @Override
  public Optional<IncidentId> findIdByPatient(PatientId id) {
    return finder.find(id);
  }

  @Override
  public Optional<IncidentId> findIdByAlert(AlertId id) {
    return finder.find(id);
  }

  @Override
  public Optional<IncidentId> findIdByEscalation(EscalationId id) {
    return finder.find(id);
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
  public ClosedRoads roads() {
    return roads;
  }

  @Override
  public CardApprovals cards() {
    return cards;
  }

  @Override
  public CapacityNotices notices() {
    return notices;
  }

  @Override
  public HospitalServices hospitalServices() {
    return inUse.hospitalServices();
  }

  @Override
  public Catalogue catalogue() {
    return inUse.catalogue();
  }

  @Override
  public AedFinder aeds() {
    return inUse.aeds();
  }

  @Override
  public CenterPolicy policy() {
    return policy;
  }
}
