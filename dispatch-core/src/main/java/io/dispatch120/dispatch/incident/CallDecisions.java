package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command.ReceiveCall;
import io.dispatch120.dispatch.api.Command.SendMessage;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.CallEvents.CallReceived;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.incident.CallEvents.LocatorLinkSent;
import io.dispatch120.dispatch.incident.CallEvents.MessageSent;
import io.dispatch120.dispatch.incident.DetailEvents.DetailsChanged;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Calls, the links sent to callers, and messages. */
final class CallDecisions {

  /** How long a locator link may be used, unless the incident closes earlier. */
  static final Duration LINK_LIFE = Duration.ofHours(24);

  /** The way links go out until a text-message gateway is set up. */
  private static final String DELIVERY = "log";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  private CallDecisions() {}

  /** A call is never refused: what cannot be used of it is left out. */
  static Decision receive(Scene scene, ReceiveCall command, Moment moment) {
    IncidentId id = new IncidentId(moment.newId(Moment.INCIDENT));
    CallId call = new CallId(moment.newId(Moment.CALL));
    DraftList drafts = new DraftList(id, moment);
    String day = DAY.format(moment.now().atZone(moment.policy().zone()));
    drafts.add(
        new IncidentOpened(
            id,
            moment.center(),
            moment.policy().numberPrefix() + "-" + day,
            new PatientId(moment.newId(Moment.PATIENT))));
    drafts.add(
        new CallReceived(
            call,
            command.phone(),
            command.callerName(),
            command.silentCaller(),
            command.recordingRef(),
            id,
            scene.around().possibleDuplicates()));
    Details details =
        new Details(
            null,
            command.complaint(),
            command.address(),
            null,
            command.note(),
            command.callerWithPatient(),
            0);
    if (!details.equals(Details.EMPTY)) {
      drafts.add(new DetailsChanged(details));
    }
    Optional<LocationFix> fix =
        Optional.ofNullable(command.location())
            .flatMap(report -> LocationDecisions.findFix(report, moment));
    fix.ifPresent(f -> LocationDecisions.add(drafts, f, call, false));
    boolean reachable = MobileNumbers.isMobile(command.phone()) && !command.silentCaller();
    if (reachable && (command.sendLink() || fix.isEmpty())) {
      drafts.add(link(call, moment));
    }
    return drafts.accepted();
  }

  /** To the newest caller who can be sent a text and may be: a phone that rings betrays. */
  static Decision sendLink(Incident incident, Moment moment) {
    List<Call> mobile =
        incident.calls().stream().filter(c -> MobileNumbers.isMobile(c.phone())).toList();
    if (mobile.isEmpty()) {
      return Decision.refused(
          RefusalCode.NO_MOBILE_NUMBER, "no call of this incident came from a mobile number");
    }
    return mobile.stream()
        .filter(c -> !c.silentCaller())
        .reduce((earlier, later) -> later)
        .map(c -> new DraftList(incident.id(), moment).add(link(c.id(), moment)).accepted())
        .orElseGet(
            () ->
                Decision.refused(RefusalCode.SILENT_CALLER, "the caller must not be sent a text"));
  }

  /** Also when the incident is closed: what a caller or a crew says is never dropped. */
  static Decision sendMessage(Incident incident, SendMessage command, Moment moment) {
    Message message =
        new Message(
            moment.newId(Moment.MESSAGE),
            command.sender(),
            command.text(),
            moment.now(),
            command.callId());
    return new DraftList(incident.id(), moment).add(new MessageSent(message)).accepted();
  }

  private static LocatorLinkSent link(CallId call, Moment moment) {
    return new LocatorLinkSent(
        moment.newId(Moment.LINK), call, moment.now().plus(LINK_LIFE), DELIVERY);
  }
}
