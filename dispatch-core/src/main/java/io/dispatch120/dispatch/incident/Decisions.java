package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.AddPatient;
import io.dispatch120.dispatch.api.Command.AssignUnit;
import io.dispatch120.dispatch.api.Command.ChangeDetails;
import io.dispatch120.dispatch.api.Command.CloseIncident;
import io.dispatch120.dispatch.api.Command.FireDeadline;
import io.dispatch120.dispatch.api.Command.LinkCall;
import io.dispatch120.dispatch.api.Command.OfAlert;
import io.dispatch120.dispatch.api.Command.OfAssignment;
import io.dispatch120.dispatch.api.Command.OfEscalation;
import io.dispatch120.dispatch.api.Command.OfHospital;
import io.dispatch120.dispatch.api.Command.OfIncident;
import io.dispatch120.dispatch.api.Command.OfPatient;
import io.dispatch120.dispatch.api.Command.OfRoads;
import io.dispatch120.dispatch.api.Command.OfTriageCards;
import io.dispatch120.dispatch.api.Command.ReceiveCall;
import io.dispatch120.dispatch.api.Command.RecordTriage;
import io.dispatch120.dispatch.api.Command.ReopenIncident;
import io.dispatch120.dispatch.api.Command.ReportLocation;
import io.dispatch120.dispatch.api.Command.SendLocatorLink;
import io.dispatch120.dispatch.api.Command.SendMessage;
import io.dispatch120.dispatch.api.Command.SetAvailability;
import io.dispatch120.dispatch.api.Command.UnlinkCall;
import io.dispatch120.dispatch.api.RefusalCode;
import java.util.Optional;

/**
 * The one door to every decision: {@code decide(scene, command, moment)}. Pure. Completes each
 * decision with what must follow from it (alerts that clear themselves, notices), so that callers
 * never have to.
 *
 * <p>A part of the scene that the command needs and that is missing, or is not what the command
 * names, is {@code NOT_FOUND}.
 */
public final class Decisions {
  private Decisions() {}

  public static Decision decide(Scene scene, Command command, Moment moment) {
    return Consequences.complete(scene, decideAlone(scene, command, moment), moment);
  }

  private static Decision decideAlone(Scene scene, Command command, Moment moment) {
    if (command instanceof ReceiveCall c) {
      return CallDecisions.receive(scene, c, moment);
    }
    if (command instanceof SetAvailability c) {
      return AvailabilityDecisions.set(scene, c, moment);
    }
    if (command instanceof OfRoads c) {
      return RoadDecisions.decide(scene, c, moment);
    }
    if (command instanceof OfTriageCards c) {
      return CardDecisions.decide(scene, c, moment);
    }
    if (command instanceof OfHospital c) {
      return HospitalDecisions.decide(c, moment);
    }
    Optional<Incident> incident = scene.incident();
    return incident.isEmpty()
        ? Decision.refused(RefusalCode.NOT_FOUND, "there is no such incident")
        : decideOn(incident.get(), scene, command, moment);
  }

  private static Decision decideOn(Incident incident, Scene scene, Command command, Moment moment) {
    if (command instanceof OfAssignment c) {
      return AssignmentDecisions.decide(incident, scene, c, moment);
    }
    if (command instanceof OfAlert c) {
      return AlertDecisions.decide(incident, c, moment);
    }
    if (command instanceof OfPatient c) {
      return PatientDecisions.decide(incident, scene, c, moment);
    }
    if (command instanceof OfEscalation c) {
      return PreAlertDecisions.decide(incident, c, moment);
    }
    if (command instanceof OfIncident c) {
      return c.incidentId().equals(incident.id())
          ? decideOnNamed(incident, scene, c, moment)
          : Decision.refused(RefusalCode.NOT_FOUND, "there is no such incident");
    }
    if (command instanceof LinkCall c) {
      return LinkDecisions.link(incident, scene, c, moment);
    }
    if (command instanceof UnlinkCall c) {
      return LinkDecisions.unlink(incident, scene, c, moment);
    }
    throw new IllegalArgumentException("no decision for " + command.name());
  }

  private static Decision decideOnNamed(
      Incident incident, Scene scene, OfIncident command, Moment moment) {
    if (command instanceof FireDeadline c) {
      return AlertDecisions.fire(incident, scene, c, moment);
    }
    if (command instanceof SendMessage c) {
      return CallDecisions.sendMessage(incident, c, moment);
    }
    if (command instanceof ReopenIncident c) {
      return ClosingDecisions.reopen(incident, c, moment);
    }
    return incident.closed()
        ? Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed")
        : decideOnOpen(incident, scene, command, moment);
  }

  private static Decision decideOnOpen(
      Incident incident, Scene scene, OfIncident command, Moment moment) {
    if (command instanceof ChangeDetails c) {
      return DetailDecisions.change(incident, c, moment);
    }
    if (command instanceof AddPatient c) {
      return DetailDecisions.addPatient(incident, c, moment);
    }
    if (command instanceof RecordTriage c) {
      return TriageDecisions.record(incident, scene, c, moment);
    }
    if (command instanceof ReportLocation c) {
      return LocationDecisions.report(incident, c, moment);
    }
    if (command instanceof SendLocatorLink) {
      return CallDecisions.sendLink(incident, moment);
    }
    if (command instanceof AssignUnit c) {
      return UnitDecisions.assign(incident, scene, c, moment);
    }
    if (command instanceof CloseIncident c) {
      return ClosingDecisions.close(incident, c, moment);
    }
    throw new IllegalArgumentException("no decision for " + command.name());
  }
}
