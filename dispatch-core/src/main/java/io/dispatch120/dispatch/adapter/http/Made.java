package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.AssignmentViews;
import io.dispatch120.dispatch.view.CaseViews;
import io.dispatch120.dispatch.view.HospitalSight;
import io.dispatch120.dispatch.view.IncidentViews;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a command made, as clients see it. Thread-safe. */
final class Made {
  private final Supplier<Instant> now;

  Made(Supplier<Instant> now) {
    this.now = now;
  }

  Incident incident(Done done) {
    return done.incident()
        .orElseThrow(() -> new IllegalStateException("the command left no incident"));
  }

  IncidentView incidentView(Done done) {
    return view(incident(done));
  }

  IncidentView view(Incident incident) {
    return IncidentViews.of(incident, now.get());
  }

  /** The open incident that has the call after it was linked or unlinked. */
  IncidentView incidentOf(CallId call, Done done) {
    return Stream.of(done.incident(), done.other())
        .flatMap(Optional::stream)
        .filter(incident -> !incident.closed() && incident.findCall(call).isPresent())
        .findFirst()
        .map(this::view)
        .orElseGet(() -> incidentView(done));
  }

  /** The case of a patient after the command, as the user may see it. */
  ChestPainCaseView chestPain(SessionUser user, PatientId patient, Done done) {
    return chestPain(user, patient, incident(done));
  }

  ChestPainCaseView chestPain(SessionUser user, PatientId patient, Incident incident) {
    ChestPainCaseView whole =
        incident
            .findCase(patient)
            .map(c -> CaseViews.of(incident, c, now.get()))
            .orElseThrow(() -> new IllegalStateException("no case of " + patient));
    return user.role() == Role.HOSPITAL
        ? HospitalSight.narrowed(whole, Objects.requireNonNull(user.hospitalId()))
        : whole;
  }

  AssignmentView assignment(AssignmentId id, Done done) {
    Incident incident = incident(done);
    return incident
        .findAssignment(id)
        .map(assignment -> AssignmentViews.of(incident.id(), assignment))
        .orElseThrow(() -> new IllegalStateException("the incident has no assignment " + id));
  }

  /** The first event of a kind that the command wrote. */
  static <E extends DispatchEvent> Optional<E> findEvent(Done done, Class<E> type) {
    return done.entries().stream()
        .map(entry -> entry.event())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  static <E extends DispatchEvent> E event(Done done, Class<E> type) {
    return findEvent(done, type)
        .orElseThrow(() -> new IllegalStateException("nothing written of " + type));
  }
}
