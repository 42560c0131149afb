package io.dispatch120.dispatch.command;

import static io.dispatch120.dispatch.command.EcgReplies.mapped;
import static io.dispatch120.dispatch.command.EcgReplies.no;
import static io.dispatch120.dispatch.command.EcgReplies.notStored;
import static io.dispatch120.dispatch.command.EcgReplies.ok;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EcgApi.NewFile;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgUploadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.command.EcgPatients.Found;
import io.dispatch120.dispatch.command.EcgReading.Outcome;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.incident.Patient;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.journal.EcgStore.Appended;
import io.dispatch120.dispatch.journal.EcgStore.Owner;
import io.dispatch120.dispatch.journal.EcgStore.Stored;
import io.dispatch120.dispatch.journal.EcgStore.Upload;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.LiveCenters;
import io.dispatch120.dispatch.query.Workers;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of electrocardiograms: whole or piece by piece, checked, stored, and only then told
 * to the journal. Everything is named by what it is, so whoever repeats whatever step, on whichever
 * node, ends with one ECG. Thread-safe.
 */
public final class EcgIntake {
  /** Ten megabytes take a good part of a second; a file that takes longer is not an ECG. */
  private static final long READING_SECONDS = 10;

  /**
   * Who sends or asks.
   *
   * @param crew the unit a crew acts for: patients of others do not exist for it
   */
  public record Sender(
      CenterId center, Actor actor, @Nullable UnitId crew, MilestoneSource source) {}

  private record Arrived(
      String sha256, byte[] content, @Nullable Personal fileName, @Nullable Instant takenAt) {}

  private final EcgStore store;
  private final LiveCenters live;
  private final EcgPatients patients;
  private final EcgLibrary library;
  private final CommandService commands;
  private final Executor workers;
  private final InstantSource clock;

  /**
   * @param workers read and check files
   */
  public EcgIntake(
      EcgStore store,
      LiveCenters live,
      IncidentStore incidents,
      CommandService commands,
      Executor workers,
      InstantSource clock) {
    this.store = store;
    this.live = live;
    this.patients = new EcgPatients(live, incidents);
    this.library = new EcgLibrary(store, patients, workers);
    this.commands = commands;
    this.workers = workers;
    this.clock = clock;
  }

  /** Takes a whole file; the incident has its ECG afterwards. */
  public Future<Reply<Incident>> store(
      Sender sender,
      PatientId patient,
      @Nullable Personal fileName,
      @Nullable Instant takenAt,
      byte[] content) {
    if (content.length > EcgStore.MAX_BYTES) {
      return no(RefusalCode.ECG_UNREADABLE, "a file has at most 10 MiB; send a smaller one");
    }
    return patients.find(
        sender,
        patient,
        found ->
            Workers.ask(workers, () -> EcgNames.sha256(content))
                .compose(
                    sha256 ->
                        found.having(sha256).isPresent()
                            ? ok(found.incident(), true)
                            : take(
                                sender, found, new Arrived(sha256, content, fileName, takenAt))));
  }

  /** Begins an upload, or goes on with the one of the same file. */
  public Future<Reply<EcgUploadView>> open(Sender sender, PatientId patient, NewFile file) {
    return patients.find(
        sender,
        patient,
        found -> {
          String id = uploadId(sender.center(), patient, file.sha256());
          Optional<Ecg> known = found.having(file.sha256());
          if (known.isPresent()) {
            return ok(complete(id, known.get()), true);
          }
          Owner owner = new Owner(sender.center(), found.incident().id(), patient);
          Upload upload =
              new Upload(
                  id, owner, file.sha256(), file.sizeBytes(), 0, file.fileName(), file.takenAt());
          return store
              .open(upload)
              .compose(
                  stored -> stored == Stored.DONE ? state(sender, found, id) : notStored(stored));
        });
  }

  /** How far it has come; one that came whole, and was not told to the journal yet, is now. */
  public Future<Reply<EcgUploadView>> findUpload(Sender sender, PatientId patient, String id) {
    return patients.find(sender, patient, found -> state(sender, found, id));
  }

  /** Adds a piece; with the last one the case has the ECG. One that is whole takes no more. */
  public Future<Reply<EcgUploadView>> append(
      Sender sender, PatientId patient, String id, long offset, byte[] piece) {
    return patients.find(
        sender,
        patient,
        found ->
            store
                .findUpload(sender.center(), id)
                .compose(
                    upload ->
                        upload.filter(u -> !u.whole() && isOf(u, found)).isEmpty()
                            ? state(sender, found, id)
                            : store
                                .append(sender.center(), id, (int) offset, piece)
                                .compose(end -> appended(sender, found, id, end))));
  }

  private Future<Reply<EcgUploadView>> appended(
      Sender sender, Found found, String id, Appended end) {
    if (end instanceof Appended.WrongOffset wrong && !wrong.upload().whole()) {
      Upload upload = wrong.upload();
      return no(
          RefusalCode.UPLOAD_OFFSET,
          "%d of %d bytes are here; go on from there"
              .formatted(upload.receivedBytes(), upload.sizeBytes()));
    }
    return state(sender, found, id);
  }

  private Future<Reply<EcgUploadView>> state(Sender sender, Found found, String id) {
    Optional<Ecg> known =
        found.of().ecgs().stream()
            .filter(e -> !e.withdrawn())
            .filter(
                e ->
                    uploadId(sender.center(), found.of().patientId(), e.file().sha256()).equals(id))
            .findFirst();
    if (known.isPresent()) {
      return store
          .drop(sender.center(), id)
          .compose(dropped -> ok(complete(id, known.get()), false));
    }
    return store
        .findUpload(sender.center(), id)
        .compose(
            upload -> {
              if (upload.filter(u -> isOf(u, found)).isEmpty()) {
                return no(RefusalCode.NOT_FOUND, "there is no such upload; begin it again");
              }
              Upload is = upload.get();
              return is.whole()
                  ? finish(sender, found, is)
                  : ok(new EcgUploadView(id, is.receivedBytes(), is.sizeBytes(), false), false);
            });
  }

  private static boolean isOf(Upload upload, Found found) {
    return upload.owner().patient().equals(found.of().patientId());
  }

  private Future<Reply<EcgUploadView>> finish(Sender sender, Found found, Upload upload) {
    return store
        .assemble(upload)
        .compose(content -> check(upload, content))
        .compose(
            content ->
                content.isEmpty()
                    ? changed(sender, upload)
                    : take(
                            sender,
                            found,
                            new Arrived(
                                upload.sha256(),
                                content.get(),
                                upload.fileName(),
                                upload.takenAt()))
                        .compose(reply -> finished(sender, upload, reply)));
  }

  private Future<Optional<byte[]>> check(Upload upload, byte[] content) {
    return Workers.ask(
        workers,
        () ->
            EcgNames.sha256(content).equals(upload.sha256())
                ? Optional.of(content)
                : Optional.empty());
  }

  /** Another request may just have taken it over: then its pieces are gone, and all is well. */
  private Future<Reply<EcgUploadView>> changed(Sender sender, Upload upload) {
    return patients.find(
        sender,
        upload.owner().patient(),
        now -> {
          Optional<Ecg> known = now.having(upload.sha256());
          return known.isPresent()
              ? ok(complete(upload.id(), known.get()), false)
              : store
                  .drop(sender.center(), upload.id())
                  .compose(
                      dropped ->
                          no(
                              RefusalCode.ECG_CHECKSUM,
                              "the file is not the one that was announced; send it again"));
        });
  }

  private Future<Reply<EcgUploadView>> finished(
      Sender sender, Upload upload, Reply<Incident> reply) {
    EcgUploadView whole =
        new EcgUploadView(upload.id(), upload.sizeBytes(), upload.sizeBytes(), true);
    return store
        .drop(sender.center(), upload.id())
        .map(dropped -> mapped(reply, incident -> whole));
  }

  /** Reads it, stores it, and tells the journal: in this order, so that a case has only files. */
  private Future<Reply<Incident>> take(Sender sender, Found found, Arrived file) {
    return Workers.ask(workers, () -> read(sender, found, file))
        .timeout(READING_SECONDS, TimeUnit.SECONDS)
        .recover(EcgIntake::tooSlow)
        .compose(
            outcome ->
                outcome instanceof Outcome.Refused refused
                    ? no(RefusalCode.ECG_UNREADABLE, refused.detail())
                    : keep(sender, found, file, (Outcome.Read) outcome));
  }

  private static Future<Outcome> tooSlow(Throwable fault) {
    return fault instanceof java.util.concurrent.TimeoutException
        ? Future.succeededFuture(
            new Outcome.Refused("reading the file takes too long; send a picture or a PDF"))
        : Future.failedFuture(fault);
  }

  private Outcome read(Sender sender, Found found, Arrived file) {
    Optional<Patient> patient = found.incident().findPatient(found.of().patientId());
    return EcgReading.read(
        file.content(),
        file.fileName() == null ? null : file.fileName().text(),
        new EcgReading.Known(
            patient.map(Patient::sex).orElse(null),
            patient.map(Patient::ageYears).orElse(null),
            clock.instant(),
            live.getBoard(sender.center()).policy().zone()));
  }

  private Future<Reply<Incident>> keep(
      Sender sender, Found found, Arrived file, Outcome.Read read) {
    PatientId patient = found.of().patientId();
    UUID command = commandId(sender.center(), found, file.sha256());
    Command.RecordEcg record =
        new Command.RecordEcg(
            patient,
            new EcgFile(
                new EcgId(Moment.newId(command, "ecg")),
                read.format(),
                read.contentType(),
                file.fileName(),
                file.sha256(),
                file.content().length,
                read.recordedAt() == null ? file.takenAt() : read.recordedAt(),
                read.warnings()),
            sender.source());
    return store
        .put(
            new Owner(sender.center(), found.incident().id(), patient),
            file.sha256(),
            file.content())
        .compose(
            stored ->
                stored == Stored.DONE
                    ? commands
                        .execute(
                            new CommandRequest(
                                command,
                                file.sha256(),
                                sender.center(),
                                sender.actor(),
                                sender.crew(),
                                record))
                        .map(EcgIntake::told)
                    : notStored(stored));
  }

  /** One that was withdrawn and is sent again is another ECG. */
  private static UUID commandId(CenterId center, Found found, String sha256) {
    long before = found.of().ecgs().stream().filter(e -> e.file().sha256().equals(sha256)).count();
    return EcgNames.name(
        "ecg/%s/%s/%s/%d".formatted(center, found.of().patientId(), sha256, before));
  }

  private static Reply<Incident> told(CommandResult result) {
    if (result instanceof Done done) {
      return new Reply.Ok<>(done.incident().orElseThrow(), done.replayed());
    }
    if (result instanceof CommandResult.Refused refused) {
      return new Reply.No<>(refused.refusal());
    }
    throw new IllegalStateException("a command named by its content is answered " + result);
  }

  /** The file as it was received. */
  public Future<Reply<EcgContentView>> read(Sender sender, PatientId patient, EcgId id) {
    return library.read(sender, patient, id);
  }

  /** Its samples. */
  public Future<Reply<EcgWaveformView>> readWaveform(Sender sender, PatientId patient, EcgId id) {
    return library.readWaveform(sender, patient, id);
  }

  private static String uploadId(CenterId center, PatientId patient, String sha256) {
    return EcgNames.name("upload/%s/%s/%s".formatted(center, patient, sha256)).toString();
  }

  private static EcgUploadView complete(String id, Ecg ecg) {
    long size = ecg.file().sizeBytes();
    return new EcgUploadView(id, size, size, true);
  }
}
