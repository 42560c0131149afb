package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EcgApi.NewFile;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgUploadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Ecg;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.command.EcgReading.Outcome;
import io.dispatch120.dispatch.incident.Call;
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
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
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

  private record Found(Incident incident, ChestPainCase of) {
    Optional<Ecg> having(String sha256) {
      return of.ecgs().stream()
          .filter(e -> !e.withdrawn() && e.file().sha256().equals(sha256))
          .findFirst();
    }
  }

  private record Arrived(
      String sha256, byte[] content, @Nullable Personal fileName, @Nullable Instant takenAt) {}

  private final EcgStore store;
  private final LiveCenters live;
  private final IncidentStore incidents;
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
    this.incidents = incidents;
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
    return find(
        sender,
        patient,
        found ->
            EcgWork.ask(workers, () -> EcgWork.sha256(content))
                .compose(
                    sha256 ->
                        found.having(sha256).isPresent()
                            ? ok(found.incident(), true)
                            : take(
                                sender, found, new Arrived(sha256, content, fileName, takenAt))));
  }

  /** Begins an upload, or goes on with the one of the same file. */
  public Future<Reply<EcgUploadView>> open(Sender sender, PatientId patient, NewFile file) {
    return find(
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
    return find(sender, patient, found -> state(sender, found, id));
  }

  /** Adds a piece; with the last one the case has the ECG. One that is whole takes no more. */
  public Future<Reply<EcgUploadView>> append(
      Sender sender, PatientId patient, String id, long offset, byte[] piece) {
    return find(
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
    return EcgWork.ask(
        workers,
        () ->
            EcgWork.sha256(content).equals(upload.sha256())
                ? Optional.of(content)
                : Optional.empty());
  }

  /** Another request may just have taken it over: then its pieces are gone, and all is well. */
  private Future<Reply<EcgUploadView>> changed(Sender sender, Upload upload) {
    return find(
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
    return EcgWork.ask(workers, () -> read(sender, found, file))
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
    return EcgWork.name(
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
  public Future<Reply<EcgWaveformView>> readWaveform(Sender sender, PatientId patient, EcgId id) {
    return content(sender, patient, id)
        .compose(
            reply ->
                reply instanceof Reply.Ok<Content> ok
                    ? EcgWork.ask(
                            workers,
                            () -> EcgReading.waveform(ok.value().bytes(), ok.value().format()))
                        .compose(EcgIntake::drawn)
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
    return find(
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
                          ? ok(new Content(file, bytes.get()), false)
                          : no(RefusalCode.NOT_FOUND, "the file has been erased"));
        });
  }

  /** A patient may have followed a call here: the files of before stay where they were. */
  private static List<IncidentId> everywhere(Incident incident) {
    return Stream.concat(
            Stream.of(incident.id()), incident.calls().stream().map(Call::openedIncident))
        .distinct()
        .toList();
  }

  private <T> Future<Reply<T>> find(
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

  private static boolean sees(Sender sender, Incident incident, PatientId patient) {
    UnitId crew = sender.crew();
    return incident.findPatient(patient).isPresent()
        && (crew == null || incident.assignments().stream().anyMatch(a -> a.unitId().equals(crew)));
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

  private static String uploadId(CenterId center, PatientId patient, String sha256) {
    return EcgWork.name("upload/%s/%s/%s".formatted(center, patient, sha256)).toString();
  }

  private static EcgUploadView complete(String id, Ecg ecg) {
    long size = ecg.file().sizeBytes();
    return new EcgUploadView(id, size, size, true);
  }

  private static <T> Future<Reply<T>> notStored(Stored stored) {
    return stored == Stored.FULL
        ? no(RefusalCode.TOO_MANY_ECGS, "the patient has as many ECG files as there may be")
        : no(RefusalCode.NOT_FOUND, "the people of this incident have been erased");
  }

  private static <T> Future<Reply<T>> ok(T value, boolean replayed) {
    return Future.succeededFuture(new Reply.Ok<>(value, replayed));
  }

  private static <T> Future<Reply<T>> no(RefusalCode code, String detail) {
    return Future.succeededFuture(
        new Reply.No<>(new io.dispatch120.dispatch.api.Refusal(code, detail)));
  }

  private static <T, U> Reply<U> mapped(Reply<T> reply, Function<T, U> view) {
    if (reply instanceof Reply.Ok<T> ok) {
      return new Reply.Ok<>(view.apply(ok.value()), ok.replayed());
    }
    if (reply instanceof Reply.No<T> no) {
      return new Reply.No<>(no.refusal());
    }
    return new Reply.KeyReused<>();
  }
}
