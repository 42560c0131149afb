package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.AssignUnit;
import io.dispatch120.dispatch.api.Command.CancelAssignment;
import io.dispatch120.dispatch.api.Command.ChangeDetails;
import io.dispatch120.dispatch.api.Command.ChangePatient;
import io.dispatch120.dispatch.api.Command.CloseIncident;
import io.dispatch120.dispatch.api.Command.ReceiveCall;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.ReportLocation;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import java.util.Set;

/** Things tests speak of, and the commands that make them so. */
final class Given {
  static final LngLat MEIXIHU = new LngLat(112.905, 28.195);
  static final String MOBILE = "13800001234";
  static final String LANDLINE = "0731-88881234";

  private Given() {}

  static Unit unit(String id) {
    return new Unit(
        new UnitId(id),
        new CenterId("xj"),
        new Unit.Profile(
            id, "湘A" + id, Set.of(Capability.ALS), new StationId("s1"), MEIXIHU, "13900000000"),
        Unit.DutyState.ON_DUTY,
        0,
        null,
        null);
  }

  /** {@code place} moved east; at this latitude 0.01° is 980 m. */
  static LngLat east(LngLat place, double degrees) {
    return new LngLat(place.lng() + degrees, place.lat());
  }

  static LocationReport at(LngLat place, FixSource source) {
    return new LocationReport(place, null, source, Datum.WGS84, null);
  }

  static ReceiveCall call(String phone, LocationReport location) {
    return new ReceiveCall(
        new Personal(phone),
        null,
        CallerWithPatient.UNKNOWN,
        false,
        null,
        null,
        null,
        null,
        location,
        false);
  }

  /** A call about a known place; gives the incident it opens. */
  static IncidentId calledFrom(DispatchScenario scenario, LngLat place) {
    return received(scenario, call(MOBILE, at(place, FixSource.LINK)));
  }

  static IncidentId received(DispatchScenario scenario, ReceiveCall command) {
    IncidentId id = new IncidentId(scenario.moment().newId(Moment.INCIDENT));
    scenario.does(command);
    return id;
  }

  static AssignmentId assigned(DispatchScenario scenario, IncidentId incident, String unit) {
    AssignmentId id = new AssignmentId(scenario.moment().newId(Moment.ASSIGNMENT));
    scenario.does(assign(incident, unit));
    return id;
  }

  /** A unit that has come as far as {@code last}. */
  static AssignmentId unitAt(
      DispatchScenario scenario, IncidentId incident, String unit, Milestone last) {
    AssignmentId id = assigned(scenario, incident, unit);
    for (Milestone milestone : Milestone.values()) {
      if (milestone != Milestone.ASSIGNED && milestone.compareTo(last) <= 0) {
        scenario.does(tap(id, milestone));
      }
    }
    return id;
  }

  static AssignUnit assign(IncidentId incident, String unit) {
    return new AssignUnit(incident, new UnitId(unit), null, false);
  }

  static AssignUnit preempt(IncidentId incident, String unit) {
    return new AssignUnit(incident, new UnitId(unit), null, true);
  }

  static RecordMilestone tap(AssignmentId assignment, Milestone milestone) {
    return new RecordMilestone(assignment, milestone, MilestoneSource.CREW, null, null, null);
  }

  static CancelAssignment cancel(AssignmentId assignment) {
    return new CancelAssignment(assignment, new Personal("not needed"));
  }

  static CloseIncident close(IncidentId incident) {
    return new CloseIncident(incident, Outcome.TREATED_ON_SCENE, null);
  }

  static ChangeDetails priority(IncidentId incident, Priority priority) {
    return new ChangeDetails(incident, null, null, null, null, priority, null, null);
  }

  static ChangeDetails caller(IncidentId incident, CallerWithPatient with) {
    return new ChangeDetails(incident, null, null, null, null, null, null, with);
  }

  static ChangePatient outcome(PatientId patient, Outcome outcome) {
    return new ChangePatient(patient, details(outcome));
  }

  static PatientDetails details(Outcome outcome) {
    return new PatientDetails(null, null, null, null, null, outcome);
  }

  static PatientId morePatients(DispatchScenario scenario, IncidentId incident) {
    PatientId id = new PatientId(scenario.moment().newId(Moment.PATIENT));
    scenario.does(new Command.AddPatient(incident, details(null)));
    return id;
  }

  static ReportLocation pin(IncidentId incident, LngLat place) {
    return new ReportLocation(incident, at(place, FixSource.CONFIRMED), null);
  }

  static ReportLocation fix(IncidentId incident, LngLat place, FixSource source) {
    return new ReportLocation(incident, at(place, source), null);
  }

  static CallId callOf(DispatchScenario scenario, IncidentId incident) {
    return scenario.incident(incident).calls().get(0).id();
  }

  static Command.AcknowledgeAlert acknowledge(
      DispatchScenario scenario, IncidentId incident, AlertKind kind) {
    return new Command.AcknowledgeAlert(scenario.liveAlert(incident, kind).id());
  }
}
