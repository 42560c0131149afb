package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.alert.Episode;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happened (事件): the fold of its journal entries. Immutable and thread-safe; its status is
 * derived ({@link IncidentStatuses}), never stored.
 *
 * @param number what people call it, from the sequence number of its opening
 * @param revision sequence number of the last journal entry of this incident: the guard of every
 *     decision
 * @param triages the last one of each patient who has one; those of patients who have left with
 *     their call stay, see {@link #currentTriages}
 * @param episodes since when each concern lasts, and how often it has come up: the memory behind
 *     deadlines, kept by {@link Incidents#fold}
 */
public record Incident(
    IncidentId id,
    CenterId center,
    String number,
    Instant openedAt,
    long revision,
    Details details,
    List<Call> calls,
    List<Patient> patients,
    List<Triage> triages,
    Whereabouts whereabouts,
    List<Assignment> assignments,
    List<Alert> alerts,
    List<LocatorLink> links,
    List<Message> messages,
    @Nullable Closure closure,
    List<ChestPainCase> cases,
    List<PreAlert> preAlerts,
    Map<Concern, Episode> episodes) {

  public Incident {
    calls = List.copyOf(calls);
    patients = List.copyOf(patients);
    triages = List.copyOf(triages);
    assignments = List.copyOf(assignments);
    alerts = List.copyOf(alerts);
    links = List.copyOf(links);
    messages = List.copyOf(messages);
    cases = List.copyOf(cases);
    preAlerts = List.copyOf(preAlerts);
    episodes = Map.copyOf(episodes);
  }

  public boolean closed() {
    return closure != null;
  }

  /** Whether somebody still has to do something about it, closed or not. */
  public boolean unsettled() {
    return alerts.stream().anyMatch(Alert::live)
        || cases.stream().anyMatch(c -> !c.concluded())
        || assignments.stream().anyMatch(Assignment::noticePending);
  }

  public List<Assignment> liveAssignments() {
    return assignments.stream().filter(Assignment::live).toList();
  }

  public Optional<Assignment> findAssignment(AssignmentId wanted) {
    return assignments.stream().filter(a -> a.id().equals(wanted)).findFirst();
  }

  public Optional<Alert> findAlert(AlertId wanted) {
    return alerts.stream().filter(a -> a.id().equals(wanted)).findFirst();
  }

  public Optional<Patient> findPatient(PatientId wanted) {
    return patients.stream().filter(p -> p.id().equals(wanted)).findFirst();
  }

  /** The chest-pain case of a patient. */
  public Optional<ChestPainCase> findCase(PatientId patient) {
    return cases.stream().filter(c -> c.patientId().equals(patient)).findFirst();
  }

  public Optional<PreAlert> findPreAlert(EscalationId escalation) {
    return preAlerts.stream().filter(p -> p.find(escalation).isPresent()).findFirst();
  }

  /** What hospitals were told of a patient, in the order they were told. */
  public List<PreAlert> listPreAlerts(PatientId patient) {
    return preAlerts.stream().filter(p -> p.patientId().equals(patient)).toList();
  }

  public Optional<Call> findCall(CallId wanted) {
    return calls.stream().filter(c -> c.id().equals(wanted)).findFirst();
  }

  public Incident at(long newRevision) {
    return copy(c -> c.revision = newRevision);
  }

  public Incident with(Details newDetails) {
    return copy(c -> c.details = newDetails);
  }

  public Incident withCalls(List<Call> newCalls) {
    return copy(c -> c.calls = newCalls);
  }

  public Incident withPatients(List<Patient> newPatients) {
    return copy(c -> c.patients = newPatients);
  }

  Incident withTriages(List<Triage> newTriages) {
    return copy(c -> c.triages = newTriages);
  }

  /** Of every patient who is here, the last triage; the newest is the last one. */
  public List<Triage> currentTriages() {
    return triages.stream().filter(t -> findPatient(t.patientId()).isPresent()).toList();
  }

  public Incident with(Whereabouts newWhereabouts) {
    return copy(c -> c.whereabouts = newWhereabouts);
  }

  public Incident withAssignments(List<Assignment> newAssignments) {
    return copy(c -> c.assignments = newAssignments);
  }

  public Incident withAlerts(List<Alert> newAlerts) {
    return copy(c -> c.alerts = newAlerts);
  }

  public Incident withLinks(List<LocatorLink> newLinks) {
    return copy(c -> c.links = newLinks);
  }

  public Incident withMessages(List<Message> newMessages) {
    return copy(c -> c.messages = newMessages);
  }

  public Incident with(@Nullable Closure newClosure) {
    return copy(c -> c.closure = newClosure);
  }

  Incident withEpisodes(Map<Concern, Episode> newEpisodes) {
    return new Incident(
        id,
        center,
        number,
        openedAt,
        revision,
        details,
        calls,
        patients,
        triages,
        whereabouts,
        assignments,
        alerts,
        links,
        messages,
        closure,
        cases,
        preAlerts,
        newEpisodes);
  }

  /** Its call has joined another incident. */
  public boolean absorbed() {
    return closure != null && closure.absorbedInto() != null;
  }

  /** The live alert about {@code concern}, if any. */
  public Optional<Alert> findLiveAlert(Concern concern) {
    return alerts.stream().filter(a -> a.live() && a.concern().equals(concern)).findFirst();
  }

  /** This incident with one assignment changed; the others and their order stay. */
  public Incident changeAssignment(AssignmentId wanted, UnaryOperator<Assignment> change) {
    return withAssignments(changed(assignments, a -> a.id().equals(wanted), change));
  }

  public Incident withCases(List<ChestPainCase> newCases) {
    return copy(c -> c.cases = newCases);
  }

  public Incident withPreAlerts(List<PreAlert> newPreAlerts) {
    return copy(c -> c.preAlerts = newPreAlerts);
  }

  /** This incident with the case of one patient changed; the same when there is none. */
  public Incident changeCase(PatientId patient, UnaryOperator<ChestPainCase> change) {
    return withCases(changed(cases, c -> c.patientId().equals(patient), change));
  }

  /** This incident with one pre-alert changed. */
  public Incident changePreAlert(PreAlertId wanted, UnaryOperator<PreAlert> change) {
    return withPreAlerts(changed(preAlerts, p -> p.id().equals(wanted), change));
  }

  /** This incident with one alert changed. */
  public Incident changeAlert(AlertId wanted, UnaryOperator<Alert> change) {
    return withAlerts(changed(alerts, a -> a.id().equals(wanted), change));
  }

  /** {@code list} with one more at its end. */
  static <T> List<T> plus(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return all;
  }

  static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
    return list.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
  }

  private Incident copy(Consumer<IncidentCopy> change) {
    IncidentCopy copy = new IncidentCopy(this);
    change.accept(copy);
    return copy.build();
  }
}
