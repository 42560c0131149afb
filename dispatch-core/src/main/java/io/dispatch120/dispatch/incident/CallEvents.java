package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
          List.of(),
          Whereabouts.NOWHERE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of(),
          Map.of());
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
   * @param fixes those of its phone; a dispatcher's pin stays with the incident it was set for
   * @param patientAdded the patient it brought along, null when it is about the same one; more of
   *     them follow as {@link DetailEvents.PatientAdded}
   * @param phoneElsewhere its caller is not with the patient, so that its fixes are no position
   */
  public record CallLinked(
      Call call,
      List<LocationFix> fixes,
      List<Message> messages,
      List<LocatorLink> links,
      IncidentId from,
      @Nullable Patient patientAdded,
      boolean phoneElsewhere)
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
      if (phoneElsewhere) {
        where = where.elsewhere(call.id().value());
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
      CallId callId, IncidentId restored, List<String> messageIds, List<PatientId> patientsRemoved)
      implements OfCall {
    public CallUnlinked {
      messageIds = List.copyOf(messageIds);
      patientsRemoved = List.copyOf(patientsRemoved);
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
          .with(where.without(callId.value()))
          .withMessages(
              incident.messages().stream().filter(m -> !messageIds.contains(m.id())).toList())
          .withLinks(incident.links().stream().filter(l -> !l.callId().equals(callId)).toList())
          .withPatients(
              incident.patients().stream().filter(p -> !patientsRemoved.contains(p.id())).toList());
    }
  }

  /**
   * This incident's call joined another; it is closed as a duplicate but keeps all it had, to be
   * restored.
   *
   * @param raisedFrom the other incident's priority before this one's, being higher, replaced it;
   *     null when it did not
   */
  public record IncidentAbsorbed(IncidentId into, CallId callId, @Nullable Priority raisedFrom)
      implements OfCall {
    @Override
    public String type() {
      return "incident_absorbed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with(
          new Closure(Outcome.DUPLICATE, null, stamp.recordedAt(), into, raisedFrom));
    }
  }

  /**
   * The call that had taken this incident with it came back, with all that is its own by now:
   * fixes, links, messages and patients that were learnt or changed meanwhile come with it.
   */
  public record IncidentRestored(
      IncidentId from,
      CallId callId,
      List<LocationFix> fixes,
      List<LocatorLink> links,
      List<Message> messages,
      List<Patient> patients)
      implements OfCall {
    public IncidentRestored {
      fixes = List.copyOf(fixes);
      links = List.copyOf(links);
      messages = List.copyOf(messages);
      patients = List.copyOf(patients);
    }

    @Override
    public String type() {
      return "incident_restored";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      Whereabouts where = incident.whereabouts();
      Set<String> known = where.fixes().stream().map(f -> f.fix().id()).collect(Collectors.toSet());
      for (LocationFix fix : fixes) {
        if (!known.contains(fix.id())) {
          where = where.plus(new Whereabouts.Reported(fix, callId.value()));
        }
      }
      return incident
          .with((Closure) null)
          .with(where)
          .withLinks(merged(incident.links(), links, LocatorLink::id))
          .withMessages(merged(incident.messages(), messages, Message::id))
          .withPatients(merged(incident.patients(), patients, Patient::id));
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

  /** {@code old} in its order, each replaced by its newer version, and what is new after it. */
  private static <T, K> List<T> merged(List<T> old, List<T> newer, Function<T, K> id) {
    Map<K, T> byId = new LinkedHashMap<>();
    old.forEach(one -> byId.put(id.apply(one), one));
    newer.forEach(one -> byId.put(id.apply(one), one));
    return List.copyOf(byId.values());
  }
}
