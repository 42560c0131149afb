package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What calls bring: an incident, a phone, messages, links, and their moving between incidents. */
public final class CallEvents {
  private CallEvents() {}

  /** Facts about calls. */
  public sealed interface OfCall extends IncidentEvent
      permits CallReceived,
          CallLinked,
          CallUnlinked,
          IncidentAbsorbed,
          IncidentRestored,
          LocatorLinkSent,
          MessageSent {}

  /**
   * An incident began, with one patient of whom nothing is known.
   *
   * @param numberPrefix the centre's prefix and the local date, like {@code XJ-20261122}; the
   *     journal's sequence number makes it unique
   */
  public record IncidentOpened(
      IncidentId incidentId, CenterId center, String numberPrefix, PatientId patientId)
      implements IncidentEvent.Opening {
    @Override
    public String type() {
      return "incident_opened";
    }

    /** The state that this event starts. */
    public Incident open(Stamp stamp) {
      String number = String.format(Locale.ROOT, "%s-%04d", numberPrefix, stamp.seq());
      return new Incident(
          incidentId,
          center,
          number,
          stamp.recordedAt(),
          stamp.seq(),
          Details.EMPTY,
          List.of(),
          List.of(Patient.unknown(patientId)),
          Whereabouts.NOWHERE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null);
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      throw new IllegalStateException(incident.id() + " is opened twice, at " + stamp.seq());
    }
  }

  public record CallReceived(
      CallId callId,
      Personal phone,
      @Nullable Personal callerName,
      boolean silentCaller,
      @Nullable String recordingRef,
      IncidentId openedIncident,
      List<PossibleDuplicate> possibleDuplicates)
      implements OfCall {
    public CallReceived {
      possibleDuplicates = List.copyOf(possibleDuplicates);
    }

    @Override
    public String type() {
      return "call_received";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Call call =
          new Call(
              callId,
              phone,
              callerName,
              stamp.at(),
              silentCaller,
              recordingRef,
              openedIncident,
              possibleDuplicates);
      return incident.withCalls(Incident.plus(incident.calls(), call));
    }
  }

  /**
   * A call that had opened an incident of its own joined this one; its fixes, messages and links
   * follow it.
   *
   * @param patientAdded the patient it brought along, null when it is about the same one
   */
  public record CallLinked(
      Call call,
      List<LocationFix> fixes,
      List<Message> messages,
      List<LocatorLink> links,
      IncidentId from,
      @Nullable Patient patientAdded)
      implements OfCall {
    public CallLinked {
      fixes = List.copyOf(fixes);
      messages = List.copyOf(messages);
      links = List.copyOf(links);
    }

    @Override
    public String type() {
      return "call_linked";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Whereabouts where = incident.whereabouts();
      for (LocationFix fix : fixes) {
        where = where.plus(new Whereabouts.Reported(fix, call.id().value()));
      }
      Incident joined =
          incident
              .withCalls(Incident.plus(incident.calls(), call))
              .with(where)
              .withMessages(joined(incident.messages(), messages))
              .withLinks(joined(incident.links(), links));
      return patientAdded == null
          ? joined
          : joined.withPatients(Incident.plus(joined.patients(), patientAdded));
    }
  }

  /** A call left this incident again, with what had followed it. */
  public record CallUnlinked(
      CallId callId,
      IncidentId restored,
      List<String> messageIds,
      @Nullable PatientId patientRemoved)
      implements OfCall {
    public CallUnlinked {
      messageIds = List.copyOf(messageIds);
    }

    @Override
    public String type() {
      return "call_unlinked";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Whereabouts where = incident.whereabouts();
      return incident
          .withCalls(incident.calls().stream().filter(c -> !c.id().equals(callId)).toList())
          .with(where.withFixes(where.fixes().stream().filter(f -> !f.of(callId.value())).toList()))
          .withMessages(
              incident.messages().stream().filter(m -> !messageIds.contains(m.id())).toList())
          .withLinks(incident.links().stream().filter(l -> !l.callId().equals(callId)).toList())
          .withPatients(
              incident.patients().stream().filter(p -> !p.id().equals(patientRemoved)).toList());
    }
  }

  /**
   * This incident's call joined another; it is closed as a duplicate but keeps all it had, to be
   * restored.
   */
  public record IncidentAbsorbed(IncidentId into, CallId callId) implements OfCall {
    @Override
    public String type() {
      return "incident_absorbed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with(new Closure(Outcome.DUPLICATE, null, stamp.recordedAt(), into));
    }
  }

  /** The call that had taken this incident with it came back. */
  public record IncidentRestored(IncidentId from, CallId callId, List<Message> messages)
      implements OfCall {
    public IncidentRestored {
      messages = List.copyOf(messages);
    }

    @Override
    public String type() {
      return "incident_restored";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with((Closure) null);
    }
  }

  public record LocatorLinkSent(String linkId, CallId callId, Instant expiresAt, String delivery)
      implements OfCall {
    @Override
    public String type() {
      return "locator_link_sent";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      LocatorLink link = new LocatorLink(linkId, callId, stamp.at(), expiresAt, delivery);
      return incident.withLinks(Incident.plus(incident.links(), link));
    }
  }

  public record MessageSent(Message message) implements OfCall {
    @Override
    public String type() {
      return "message_sent";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.withMessages(Incident.plus(incident.messages(), message));
    }
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
