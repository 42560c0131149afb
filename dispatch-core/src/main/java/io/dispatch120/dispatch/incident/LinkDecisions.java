package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command.LinkCall;
import io.dispatch120.dispatch.api.Command.UnlinkCall;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.CallEvents.CallLinked;
import io.dispatch120.dispatch.incident.CallEvents.CallUnlinked;
import io.dispatch120.dispatch.incident.CallEvents.IncidentAbsorbed;
import io.dispatch120.dispatch.incident.CallEvents.IncidentRestored;
import io.dispatch120.dispatch.incident.DetailEvents.PatientAdded;
import io.dispatch120.dispatch.location.LocationFix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls about the same thing: a call leaves the incident it opened, which is absorbed, and joins
 * another; or comes back.
 */
final class LinkDecisions {
  private LinkDecisions() {}

  /** {@code joined} takes the call; {@code scene.other} is where it is now. */
  static Decision link(Incident joined, Scene scene, LinkCall command, Moment moment) {
    if (!joined.id().equals(command.incidentId())) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such incident");
    }
    if (joined.findCall(command.callId()).isPresent()) {
      return Decision.refused(
          RefusalCode.CALL_ALREADY_LINKED, "the call belongs to this incident already");
    }
    Optional<Incident> left = scene.other();
    Optional<Call> call = left.flatMap(o -> o.findCall(command.callId()));
    if (left.isEmpty() || call.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such call");
    }
    return refusal(joined, left.get(), call.get())
        .orElseGet(() -> linked(joined, left.get(), call.get(), command.samePatient(), moment));
  }

  private static Optional<Decision> refusal(Incident joined, Incident left, Call call) {
    if (left.absorbed() || !call.openedIncident().equals(left.id())) {
      return Optional.of(
          Decision.refused(
              RefusalCode.CALL_ALREADY_LINKED, "the call has joined another incident; unlink it"));
    }
    if (joined.closed() || left.closed()) {
      return Optional.of(Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed"));
    }
    if (!left.cases().isEmpty() || !left.preAlerts().isEmpty()) {
      return Optional.of(
          Decision.refused(
              RefusalCode.INCIDENT_BUSY,
              "a chest-pain case or a pre-alert is open there; link the other call to it instead"));
    }
    return left.liveAssignments().isEmpty() && left.calls().size() == 1
        ? Optional.empty()
        : Optional.of(
            Decision.refused(
                RefusalCode.INCIDENT_BUSY,
                "the call's own incident has a unit assigned or other calls"));
  }

  private static Decision linked(
      Incident joined, Incident left, Call call, boolean samePatient, Moment moment) {
    List<Patient> brought =
        samePatient ? left.patients().subList(1, left.patients().size()) : left.patients();
    Details details = joined.details();
    Priority theirs = left.details().effectivePriority();
    boolean raises = theirs.compareTo(details.effectivePriority()) < 0;
    DraftList leaving = new DraftList(left.id(), moment);
    leaving.add(new IncidentAbsorbed(joined.id(), call.id(), raises ? details.priority() : null));
    DraftList joining = new DraftList(joined.id(), moment);
    joining.add(
        new CallLinked(
            call,
            fixesOf(left, call.id()),
            left.messages(),
            linksOf(left, call.id()),
            left.id(),
            brought.isEmpty() ? null : brought.get(0),
            left.details().callerWithPatient() == CallerWithPatient.NO));
    brought.stream().skip(1).forEach(p -> joining.add(new PatientAdded(p)));
    if (raises) {
      DetailDecisions.addEdit(joining, details, details.with(theirs));
    }
    return Decision.accepted(joining.after(leaving));
  }

  /** {@code present} has the call; {@code scene.other} is the incident it opened. */
  static Decision unlink(Incident present, Scene scene, UnlinkCall command, Moment moment) {
    Optional<Call> call = present.findCall(command.callId());
    if (call.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such call");
    }
    Optional<Incident> own =
        scene
            .other()
            .filter(o -> o.id().equals(call.get().openedIncident()))
            .filter(o -> absorbedBy(present, o));
    if (call.get().openedIncident().equals(present.id()) || own.isEmpty()) {
      return Decision.refused(
          RefusalCode.CALL_NOT_LINKED, "the call is in the incident that it opened");
    }
    boolean treated =
        own.get().patients().stream()
            .anyMatch(
                p ->
                    present.findCase(p.id()).isPresent()
                        || !present.listPreAlerts(p.id()).isEmpty());
    if (treated) {
      return Decision.refused(
          RefusalCode.INCIDENT_BUSY,
          "a patient of this call has a chest-pain case or a pre-alert here");
    }
    return present.closed()
        ? Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed")
        : unlinked(present, own.get(), call.get().id(), moment);
  }

  private static Decision unlinked(Incident present, Incident own, CallId call, Moment moment) {
    Set<String> messages = own.messages().stream().map(Message::id).collect(Collectors.toSet());
    Set<PatientId> patients = own.patients().stream().map(Patient::id).collect(Collectors.toSet());
    List<Message> messagesBack =
        present.messages().stream().filter(m -> messages.contains(m.id())).toList();
    List<Patient> patientsBack =
        present.patients().stream().filter(p -> patients.contains(p.id())).toList();
    DraftList staying = new DraftList(present.id(), moment);
    staying.add(
        new CallUnlinked(
            call,
            own.id(),
            messagesBack.stream().map(Message::id).toList(),
            patientsBack.stream().map(Patient::id).toList()));
    Priority before = raisedFrom(own);
    if (before != null && present.details().priority() == own.details().effectivePriority()) {
      Details details = present.details();
      DetailDecisions.addEdit(staying, details, details.with(before));
    }
    DraftList restored = new DraftList(own.id(), moment);
    restored.add(
        new IncidentRestored(
            present.id(),
            call,
            fixesOf(present, call),
            linksOf(present, call),
            messagesBack,
            patientsBack));
    return Decision.accepted(restored.after(staying));
  }

  private static boolean absorbedBy(Incident present, Incident own) {
    return own.closure() != null && present.id().equals(own.closure().absorbedInto());
  }

  private static @Nullable Priority raisedFrom(Incident own) {
    return own.closure() == null ? null : own.closure().raisedFrom();
  }

  private static List<LocationFix> fixesOf(Incident incident, CallId call) {
    return incident.whereabouts().fixes().stream()
        .filter(f -> f.of(call.value()))
        .map(Whereabouts.Reported::fix)
        .toList();
  }

  private static List<LocatorLink> linksOf(Incident incident, CallId call) {
    return incident.links().stream().filter(l -> l.callId().equals(call)).toList();
  }
}
