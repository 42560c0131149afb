package io.dispatch120.dispatch.command;

import static io.dispatch120.dispatch.command.EcgReplies.mapped;
import static io.dispatch120.dispatch.command.EcgReplies.no;
import static io.dispatch120.dispatch.command.EcgReplies.ok;

import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.command.EcgIntake.Sender;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.query.Workers;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives ECG files back, as they came and as samples, and keeps who has looked at whose.
 * Thread-safe.
 */
final class EcgLibrary {
  private static final Logger AUDIT = LoggerFactory.getLogger("audit");

  private final EcgStore store;
  private final EcgPatients patients;
  private final Executor workers;

  EcgLibrary(EcgStore store, EcgPatients patients, Executor workers) {
    this.store = store;
    this.patients = patients;
    this.workers = workers;
  }

  /** The file as it was received. */
  Future<Reply<EcgContentView>> read(Sender sender, PatientId patient, EcgId id) {
    return content(sender, patient, id)
        .map(
            reply ->
                mapped(
                    reply,
                    known ->
                        new EcgContentView(
                            id, known.file().contentType(), known.file().sha256(), known.bytes())));
  }

  /** Its samples. */
  Future<Reply<EcgWaveformView>> readWaveform(Sender sender, PatientId patient, EcgId id) {
    return content(sender, patient, id)
        .compose(
            reply ->
                reply instanceof Reply.Ok<Content> ok
                    ? Workers.ask(
                            workers,
                            () -> EcgReading.waveform(ok.value().bytes(), ok.value().format()))
                        .compose(EcgLibrary::drawn)
                    : Future.succeededFuture(mapped(reply, none -> null)));
  }

  private static Future<Reply<EcgWaveformView>> drawn(Optional<EcgWaveformView> waveform) {
    return waveform.isPresent()
        ? ok(waveform.get(), false)
        : no(RefusalCode.ECG_HAS_NO_WAVEFORM, "this ECG has no samples; look at the file");
  }

  private record Content(EcgFile file, byte[] bytes) {
    String format() {
      return file.format();
    }
  }

  private Future<Reply<Content>> content(Sender sender, PatientId patient, EcgId id) {
    return patients.find(
        sender,
        patient,
        found -> {
          Optional<Ecg> ecg = found.of().findEcg(id);
          if (ecg.isEmpty()) {
            return no(RefusalCode.NOT_FOUND, "there is no such ECG");
          }
          if (ecg.get().withdrawn()) {
            return no(RefusalCode.ECG_WITHDRAWN, "the ECG was withdrawn");
          }
          EcgFile file = ecg.get().file();
          return store
              .find(sender.center(), everywhere(found.incident()), file.sha256())
              .compose(
                  bytes ->
                      bytes.isPresent()
                          ? ok(looked(sender, file, bytes.get()), false)
                          : no(RefusalCode.NOT_FOUND, "the file has been erased"));
        });
  }

  private static Content looked(Sender sender, EcgFile file, byte[] bytes) {
    AUDIT.info("{} read ecg {}", sender.actor().name(), file.id());
    return new Content(file, bytes);
  }

  /** A patient may have followed a call here: the files of before stay where they were. */
  private static List<IncidentId> everywhere(Incident incident) {
    return Stream.concat(
            Stream.of(incident.id()), incident.calls().stream().map(Call::openedIncident))
        .distinct()
        .toList();
  }
}
