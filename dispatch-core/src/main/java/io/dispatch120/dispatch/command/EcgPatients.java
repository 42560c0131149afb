package io.dispatch120.dispatch.command;

import static io.dispatch120.dispatch.command.EcgReplies.no;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.command.EcgIntake.Sender;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.LiveCenters;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Finds the case that an ECG is of. Thread-safe. */
final class EcgPatients {
  private final LiveCenters live;
  private final IncidentStore incidents;

  EcgPatients(LiveCenters live, IncidentStore incidents) {
    this.live = live;
    this.incidents = incidents;
  }

  /** A patient's case, and where it is. */
  record Found(Incident incident, ChestPainCase of) {
    Optional<Ecg> having(String sha256) {
      return of.ecgs().stream()
          .filter(e -> !e.withdrawn() && e.file().sha256().equals(sha256))
          .findFirst();
    }
  }

  /** The case of a patient, for those who may see it; else {@code NOT_FOUND}. */
  <T> Future<Reply<T>> find(
      Sender sender, PatientId patient, Function<Found, Future<Reply<T>>> then) {
    return incidentOf(sender.center(), patient)
        .compose(
            found -> {
              Optional<Incident> incident = found.filter(i -> sees(sender, i, patient));
              if (incident.isEmpty()) {
                return no(RefusalCode.NOT_FOUND, "there is no such patient");
              }
              Optional<ChestPainCase> of = incident.get().findCase(patient);
              return of.isEmpty()
                  ? no(
                      RefusalCode.NOT_FOUND,
                      "no chest-pain case is open for this patient; open one first")
                  : then.apply(new Found(incident.get(), of.get()));
            });
  }

  /** A crew: while it is sent, and afterwards when it was with a patient. Not one that declined. */
  private static boolean sees(Sender sender, Incident incident, PatientId patient) {
    UnitId crew = sender.crew();
    return incident.findPatient(patient).isPresent()
        && (crew == null
            || incident.assignments().stream()
                .filter(Assignment::concernsPatients)
                .anyMatch(a -> a.unitId().equals(crew)));
  }

  private Future<Optional<Incident>> incidentOf(CenterId center, PatientId patient) {
    Board board = live.getBoard(center);
    Optional<IncidentId> known = board.findIdByPatient(patient);
    return (known.isPresent()
            ? Future.succeededFuture(known)
            : incidents.findIdByPatient(center, patient))
        .compose(
            id -> {
              Optional<Incident> atHand = id.flatMap(board::findIncident);
              return atHand.isPresent() || id.isEmpty()
                  ? Future.succeededFuture(atHand)
                  : incidents.find(center, id.get());
            });
  }
}
