package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AlertEvents.AlertCleared;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.incident.CallEvents.CallReceived;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentClosed;
import io.dispatch120.dispatch.incident.DetailEvents.DetailsChanged;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.dispatch.incident.Details;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells an incident's history event by event and folds it, so that tests read as stories. */
public final class IncidentStory {
  public static final CenterId CENTER = new CenterId("xiangjiang");

  private final IncidentId id;
  private final List<JournalEntry> entries = new ArrayList<>();
  private Instant clock;
  private long seq;
  private Incident incident;

  private IncidentStory(String id, Instant openedAt, long openedSeq) {
    this.id = new IncidentId(id);
    this.clock = openedAt;
    this.seq = openedSeq - 1;
    add(new IncidentOpened(this.id, CENTER, "XJ-20261122", new PatientId(id + "-patient")), null);
  }

  public static IncidentStory opened(String id, Instant at, long seq) {
    return new IncidentStory(id, at, seq);
  }

  public static IncidentStory opened(String id, Instant at) {
    return new IncidentStory(id, at, 1);
  }

  public IncidentStory later(Duration pause) {
    clock = clock.plus(pause);
    return this;
  }

  public IncidentStory called(String phone) {
    CallId call = new CallId(id + "-call" + incident.calls().size());
    return add(new CallReceived(call, new Personal(phone), null, false, null, id, List.of()), null);
  }

  public IncidentStory located(LngLat position, FixSource source) {
    return add(new LocationReported(fix(position, source), null), null);
  }

  public IncidentStory complains(Complaint complaint, Priority priority) {
    Details details = new Details(priority, complaint, null, null, null, CallerWithPatient.YES, 1);
    return add(new DetailsChanged(details), null);
  }

  public IncidentStory assigned(String unit) {
    UnitId unitId = new UnitId(unit);
    return add(
        new UnitAssigned(
            assignmentOf(unit), unitId, List.of(), null, 95.5, List.of("at_station"), null),
        unitId);
  }

  public IncidentStory reached(String unit, Milestone milestone) {
    UnitId unitId = new UnitId(unit);
    return add(
        new MilestoneReached(
            assignmentOf(unit), unitId, milestone, MilestoneSource.CREW, clock, false),
        unitId);
  }

  public IncidentStory alerted(String alert, AlertKind kind) {
    Alert raised = Alert.raise(new AlertId(alert), kind, null, null, null, clock);
    return add(new AlertRaised(raised), null);
  }

  public IncidentStory alertCleared(String alert) {
    return add(new AlertCleared(new AlertId(alert)), null);
  }

  public IncidentStory closed(Outcome outcome) {
    return add(new IncidentClosed(outcome, null), null);
  }

  public IncidentStory add(IncidentEvent event, UnitId unit) {
    seq++;
    Actor actor = Actor.user(Role.DISPATCHER, "dispatcher");
    UUID eventId = UUID.nameUUIDFromBytes((id + "/" + seq).getBytes(StandardCharsets.UTF_8));
    JournalEntry entry =
        new JournalEntry(CENTER, seq, eventId, clock, clock, actor, id, unit, event);
    Stamp stamp = entry.stamp();
    incident = Incidents.fold(incident, event, stamp);
    entries.add(entry);
    return this;
  }

  public AssignmentId assignmentOf(String unit) {
    return new AssignmentId(id + "-" + unit);
  }

  public LocationFix fix(LngLat position, FixSource source) {
    return new LocationFix(
        id + "-fix" + incident.whereabouts().fixes().size(),
        position,
        source.defaultRadiusMeters(),
        source,
        clock,
        Datum.WGS84);
  }

  public Incident incident() {
    return incident;
  }

  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  public JournalEntry lastEntry() {
    return entries.get(entries.size() - 1);
  }
}
