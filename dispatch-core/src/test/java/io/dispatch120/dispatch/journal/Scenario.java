package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.dispatch.incident.CallEvents.CallReceived;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentClosed;
import io.dispatch120.dispatch.incident.DetailEvents.DetailsChanged;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.dispatch.incident.Details;
import io.dispatch120.dispatch.journal.AppendCommand.Guard;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import io.dispatch120.dispatch.road.RoadEvent.RoadOpened;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands as a dispatch centre makes them, to be appended in tests. */
public final class Scenario {
  public static final Instant AT = Instant.parse("2026-11-22T08:15:30.123456Z");
  public static final Actor DISPATCHER = new Actor("dispatcher", "li");
  public static final String PHONE = "138 0000 1234";

  private Scenario() {}

  /** A centre with units A01 to A{@code units} at one station. */
  public static Catalogue catalogue(CenterId center, int units) {
    LngLat place = new LngLat(112.9, 28.2);
    List<UnitInfo> fleet = new ArrayList<>();
    for (int i = 1; i <= units; i++) {
      fleet.add(
          new UnitInfo(
              unit(i), "急救" + i, "湘A-" + i, Set.of(Capability.ALS), new StationId("s1"), null));
    }
    return new Catalogue(
        new CenterInfo(center, "湘江", "Asia/Shanghai", "XJ", "demo", place, List.of()),
        List.of(new StationInfo(new StationId("s1"), "望城坡", place, "120")),
        fleet,
        List.of(),
        List.of());
  }

  /** The same with hospital {@code h1}, whose two levels are told by text message. */
  public static Catalogue withHospital(Catalogue catalogue) {
    return new Catalogue(
        catalogue.center(),
        catalogue.stations(),
        catalogue.units(),
        List.of(
            new HospitalInfo(
                new HospitalId("h1"),
                "湘雅三医院",
                new LngLat(112.95, 28.21),
                List.of(),
                null,
                null,
                List.of(
                    new LadderLevel(1, "介入值班医师", "sms", "13911112222"),
                    new LadderLevel(2, "科主任", "sms", "13933334444")))),
        catalogue.aeds());
  }

  public static UnitId unit(int number) {
    return new UnitId(String.format("A%02d", number));
  }

  /** A closure of a bridge, until an hour later. */
  public static RoadClosed closed(String id) {
    LngLat bridge = new LngLat(112.95, 28.2);
    return new RoadClosed(
        new ClosureId(id),
        RoadClosure.Form.POINT,
        List.of(bridge),
        ClosureCause.FLOODED,
        "积水 40 cm",
        AT.plusSeconds(3_600),
        List.of(new Line(List.of(bridge, new LngLat(112.951234, 28.2)))));
  }

  /**
   * @param revision of the roads as it saw them
   */
  public static AppendCommand closes(String id, long revision) {
    return ofRoads(closed(id), revision);
  }

  public static AppendCommand opens(String id, long revision) {
    return ofRoads(new RoadOpened(new ClosureId(id)), revision);
  }

  public static CardEvent proposed(String id) {
    return new CardEvent.CardProposed(new ProposalId(id), "chest_pain", 1, "ab12", "演示医师", AT);
  }

  public static CardEvent approved(String id) {
    return new CardEvent.CardApproved(new ProposalId(id), "chest_pain");
  }

  /**
   * @param revision of the triage cards as it saw them
   */
  public static AppendCommand ofCards(CardEvent event, long revision) {
    return command(
        List.of(new Guard.OfTriageCards(revision)),
        List.of(new NewEvent(UUID.randomUUID(), AT, null, null, event)),
        List.of());
  }

  /** Guarded by nothing: no decision about a notice depends on what it saw. */
  public static AppendCommand ofHospital(HospitalEvent event) {
    return command(
        List.of(), List.of(new NewEvent(UUID.randomUUID(), AT, null, null, event)), List.of());
  }

  private static AppendCommand ofRoads(RoadEvent event, long revision) {
    return command(
        List.of(new Guard.OfRoads(revision)),
        List.of(new NewEvent(UUID.randomUUID(), AT, null, null, event)),
        List.of());
  }

  public static AppendCommand command(
      List<Guard> guards, List<NewEvent> events, List<RowChange> rows) {
    return new AppendCommand(UUID.randomUUID(), "body", DISPATCHER, guards, events, rows);
  }

  public static NewEvent event(
      @Nullable IncidentId incident, @Nullable UnitId unit, DispatchEvent event) {
    return new NewEvent(UUID.randomUUID(), AT, incident, unit, event);
  }

  public static AppendCommand receiveCall(CenterId center, IncidentId incident) {
    return receiveCall(center, incident, PHONE);
  }

  /** What a call with a position writes: four events, the incident's row. */
  public static AppendCommand receiveCall(CenterId center, IncidentId incident, String phone) {
    CallId call = call(incident);
    PatientId patient = patient(incident);
    LocationFix fix =
        new LocationFix(
            "fix-" + incident, new LngLat(112.9, 28.2), 12, FixSource.LINK, AT, Datum.WGS84);
    Details details =
        new Details(
            null,
            Complaint.CHEST_PAIN,
            new Personal("雨敞坪镇 3 栋 2 单元"),
            null,
            null,
            CallerWithPatient.YES,
            1);
    return command(
        List.of(new Guard.OfIncident(incident, 0)),
        List.of(
            event(incident, null, new IncidentOpened(incident, center, "XJ-20261122", patient)),
            event(
                incident,
                null,
                new CallReceived(
                    call, new Personal(phone), null, false, null, incident, List.of())),
            event(incident, null, new DetailsChanged(details)),
            event(incident, null, new LocationReported(fix, call))),
        List.of(row(incident, IncidentStatus.WAITING, false, phone)));
  }

  public static CallId call(IncidentId incident) {
    return new CallId("call-" + incident);
  }

  public static PatientId patient(IncidentId incident) {
    return new PatientId("patient-" + incident);
  }

  public static AssignmentId assignment(IncidentId incident, UnitId unit) {
    return new AssignmentId("as-" + incident + "-" + unit);
  }

  public static IncidentRow row(
      IncidentId incident, IncidentStatus status, boolean closed, String phone) {
    return new IncidentRow(
        incident,
        status,
        Priority.P1,
        Complaint.CHEST_PAIN,
        closed,
        List.of(call(incident)),
        List.of(patient(incident)),
        List.of(new Personal(phone)));
  }

  /** Sends a unit, guarded by what was seen of both. */
  public static AppendCommand assign(
      IncidentId incident, long incidentRevision, UnitId unit, long unitRevision) {
    return command(
        List.of(
            new Guard.OfIncident(incident, incidentRevision), new Guard.OfUnit(unit, unitRevision)),
        List.of(assigned(incident, unit)),
        List.of(live(incident, unit), row(incident, IncidentStatus.ASSIGNED, false, PHONE)));
  }

  /** Sends a unit without looking: only the database keeps it from being sent twice. */
  public static AppendCommand assignBlindly(IncidentId incident, UnitId unit) {
    return command(List.of(), List.of(assigned(incident, unit)), List.of(live(incident, unit)));
  }

  private static NewEvent assigned(IncidentId incident, UnitId unit) {
    return event(
        incident,
        unit,
        new UnitAssigned(
            assignment(incident, unit), unit, List.of(), null, 300.5, List.of("nearest"), null));
  }

  public static AssignmentRow live(IncidentId incident, UnitId unit) {
    return new AssignmentRow(
        assignment(incident, unit), incident, unit, AssignmentStatus.ASSIGNED, false, null);
  }

  public static AssignmentRow ended(IncidentId incident, UnitId unit) {
    return new AssignmentRow(
        assignment(incident, unit), incident, unit, AssignmentStatus.CANCELLED, true, null);
  }

  public static AppendCommand close(IncidentId incident) {
    return command(
        List.of(),
        List.of(event(incident, null, new IncidentClosed(Outcome.ADVICE_ONLY, null))),
        List.of(row(incident, IncidentStatus.CLOSED, true, PHONE)));
  }
}
