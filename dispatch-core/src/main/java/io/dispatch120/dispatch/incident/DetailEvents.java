package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.location.LocationFix;
import org.jspecify.annotations.Nullable;

/** What is learnt about an incident: its details, its patients, its place. */
public final class DetailEvents {
  private DetailEvents() {}

  /** Facts about details, patients and place. */
  public sealed interface OfDetails extends IncidentEvent
      permits DetailsChanged,
          PriorityChanged,
          PatientAdded,
          PatientChanged,
          LocationReported,
          LocationConfirmed {}

  /** The details after an edit, whole; the priority has an event of its own and is copied here. */
  public record DetailsChanged(Details details) implements OfDetails {
    @Override
    public String type() {
      return "incident_details_changed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with(details);
    }
  }

  public record PriorityChanged(@Nullable Priority from, Priority to) implements OfDetails {
    @Override
    public String type() {
      return "priority_changed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with(incident.details().with(to));
    }
  }

  public record PatientAdded(Patient patient) implements OfDetails {
    @Override
    public String type() {
      return "patient_added";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.withPatients(Incident.plus(incident.patients(), patient));
    }
  }

  /** A patient after an edit, whole. */
  public record PatientChanged(Patient patient) implements OfDetails {
    @Override
    public String type() {
      return "patient_changed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.withPatients(
          Incident.changed(incident.patients(), p -> p.id().equals(patient.id()), p -> patient));
    }
  }

  /**
   * A phone or network told where it is. Crews under way who were sent without a place are sent
   * there; a place they have is never moved by this.
   */
  public record LocationReported(LocationFix fix, @Nullable CallId callId) implements OfDetails {
    @Override
    public String type() {
      return "location_reported";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      String call = callId == null ? null : callId.value();
      Whereabouts.Reported reported = new Whereabouts.Reported(fix, call);
      Whereabouts where = incident.whereabouts().plus(reported);
      boolean awaited =
          where.destination() == null
              && !incident.liveAssignments().isEmpty()
              && IncidentPositions.eligible(incident, reported);
      return awaited
          ? AssignmentEvents.noticeToLive(
              incident.with(where.sentTo(fix)), "address_changed", stamp)
          : incident.with(where);
    }
  }

  /** A dispatcher set the place; crews on their way are sent there. */
  public record LocationConfirmed(LocationFix fix, boolean sentToCrews) implements OfDetails {
    @Override
    public String type() {
      return "location_confirmed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Whereabouts where = incident.whereabouts().plus(new Whereabouts.Reported(fix, null));
      Incident moved = incident.with(sentToCrews ? where.sentTo(fix) : where);
      return sentToCrews ? AssignmentEvents.noticeToLive(moved, "address_changed", stamp) : moved;
    }
  }
}
