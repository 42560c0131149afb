package io.dispatch120.dispatch.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ECG files over a real socket. */
class EcgApiTest {
  private static final String FORM = "multipart/form-data; boundary=XyZ";
  private static final String BYTES = "application/octet-stream";

  private static ConsoleHarness api;

  @BeforeAll
  static void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** A picture like no other. */
  private static byte[] picture(int seed) {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 300; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] sample(String name) throws IOException {
    return EcgApiTest.class.getResourceAsStream("/ecg/" + name).readAllBytes();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String patientWithCase() {
    JsonObject incident = api.get("/incidents/" + api.incident()).json();
    String patient = incident.getJsonArray("patients").getJsonObject(0).getString("id");
    Reply opened = api.post("/patients/" + patient + "/chest-pain", "{}");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return patient;
  }

  private static String at(String patient) {
    return "/patients/" + patient + "/chest-pain";
  }

  private static byte[] form(String fileName, byte[] file) {
    return Buffer.buffer(
            "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\n\r\n")
        .appendBytes(file)
        .appendString("\r\n--XyZ--\r\n")
        .getBytes();
  }

  private static Reply store(String patient, byte[] file) {
    return api.sendBytes(
        Role.DISPATCHER, "POST", at(patient) + "/ecgs", form("a.png", file), "Content-Type", FORM);
  }

  private static Reply open(String patient, byte[] file, String sha256) {
    return api.post(
        at(patient) + "/ecg-uploads",
        "{\"sizeBytes\":%d,\"sha256\":\"%s\",\"fileName\":\"a.png\"}"
            .formatted(file.length, sha256));
  }

  private static Reply append(String patient, String upload, int offset, byte[] piece) {
    return api.sendBytes(
        Role.DISPATCHER,
        "PATCH",
        at(patient) + "/ecg-uploads/" + upload,
        piece,
        "Content-Type",
        BYTES,
        "Upload-Offset",
        Integer.toString(offset));
  }

  /** What is not JSON. */
  private static Reply look(Role role, String path, String... headers) {
    return api.sendBytes(role, "GET", path, new byte[0], headers);
  }

  private static JsonArray ecgs(String patient) {
    return api.get(at(patient)).json().getJsonArray("ecgs");
  }

  @Test
  void takesAWholeFileOnceHoweverOftenItIsSent() throws Exception {
    String patient = patientWithCase();
    byte[] file = picture(1);
    Reply stored = store(patient, file);
    assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
    JsonObject ecg = stored.json().getJsonArray("ecgs").getJsonObject(0);
    assertThat(ecg.getString("sha256")).isEqualTo(sha256(file));
    assertThat(ecg.getString("format")).isEqualTo("image");
    assertThat(stored.json().getJsonObject("milestones").containsKey("ecg_transmitted")).isTrue();
    assertThat(store(patient, file).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(ecgs(patient)).hasSize(1);
    Reply whole = open(patient, file, sha256(file));
    assertThat(whole.json().getBoolean("complete")).isTrue();
  }

  @Test
  void showsAPictureSoThatNothingInItRuns() throws Exception {
    String patient = patientWithCase();
    store(patient, picture(2));
    String id = ecgs(patient).getJsonObject(0).getString("id");
    Reply content = look(Role.DISPATCHER, at(patient) + "/ecgs/" + id + "/content");
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.header("Content-Type")).isEqualTo("image/png");
    assertThat(content.header("Content-Security-Policy")).isEqualTo("sandbox");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(content.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(content.header("Content-Disposition")).startsWith("inline");
    assertThat(content.header("Content-Length")).isEqualTo(Integer.toString(picture(2).length));
    assertThat(api.get(at(patient) + "/ecgs/" + id + "/waveform").code())
        .isEqualTo("ecg_has_no_waveform");
  }

  @Test
  void drawsSamples() throws Exception {
    String patient = patientWithCase();
    for (String name : new String[] {"stemi-anterior.xml", "stemi-anterior.scp"}) {
      Reply stored = store(patient, sample(name));
      assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
    }
    String id = ecgs(patient).getJsonObject(1).getString("id");
    Reply waveform = api.get(at(patient) + "/ecgs/" + id + "/waveform");
    assertThat(waveform.json().getString("format")).isEqualTo("scp");
    assertThat(waveform.json().getJsonArray("leads")).hasSize(12);
    Reply content = look(Role.DISPATCHER, at(patient) + "/ecgs/" + id + "/content");
    assertThat(content.header("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void countsFromTheTimeOfTheDeviceOnlyWhereItsClockCanBeRight() throws Exception {
    Instant now = api.center.now().truncatedTo(ChronoUnit.SECONDS);
    Instant recorded = now.minusSeconds(300);
    Instant taken = now.minusSeconds(240);
    assertThat(firstEcg(recordedAt(recorded), taken)).isEqualTo(recorded);
    assertThat(firstEcg(recordedAt(now.minus(Duration.ofHours(13))), taken)).isEqualTo(taken);
    assertThat(firstEcg(recordedAt(now.plusSeconds(600)), taken)).isEqualTo(taken);
  }

  /** The sample as of another time. */
  private static byte[] recordedAt(Instant time) throws IOException {
    String text =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
            .format(time.atZone(ZoneId.of("Asia/Shanghai")));
    String sample = new String(sample("stemi-anterior.xml"), UTF_8);
    return sample.replace("20260102030405", text).getBytes(UTF_8);
  }

  private static Instant firstEcg(byte[] file, Instant taken) throws Exception {
    String patient = patientWithCase();
    Reply opened =
        api.post(
            at(patient) + "/ecg-uploads",
            "{\"sizeBytes\":%d,\"sha256\":\"%s\",\"takenAt\":\"%s\"}"
                .formatted(file.length, sha256(file), taken));
    Reply sent = append(patient, opened.json().getString("uploadId"), 0, file);
    assertThat(sent.json().getBoolean("complete")).as(sent.toString()).isTrue();
    JsonObject milestones = api.get(at(patient)).json().getJsonObject("milestones");
    return milestones.getJsonObject("first_ecg").getInstant("at");
  }

  @Test
  void goesOnAfterEveryPieceThatWasLost() throws Exception {
    String patient = patientWithCase();
    byte[] file = Arrays.copyOf(picture(3), picture(3).length);
    int piece = file.length / 5 + 1;
    String upload = open(patient, file, sha256(file)).json().getString("uploadId");
    for (int offset = 0; offset < file.length; offset += piece) {
      byte[] next = Arrays.copyOfRange(file, offset, Math.min(file.length, offset + piece));
      breaksOff(patient, upload, offset, next);
      Reply asked = open(patient, file, sha256(file));
      assertThat(asked.json().getInteger("receivedBytes")).isEqualTo(offset);
      assertThat(asked.json().getString("uploadId")).isEqualTo(upload);
      assertThat(api.get(at(patient)).json().getJsonObject("milestones").fieldNames())
          .doesNotContain("ecg_transmitted");
      Reply taken = append(patient, upload, offset, next);
      assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
      assertThat(taken.json().getBoolean("complete")).isEqualTo(offset + piece >= file.length);
    }
    assertThat(ecgs(patient)).hasSize(1);
    Reply again = append(patient, upload, 0, file.length > piece ? Arrays.copyOf(file, 9) : file);
    assertThat(again.json().getBoolean("complete")).isTrue();
    Reply asked = api.get(at(patient) + "/ecg-uploads/" + upload);
    assertThat(asked.json().getBoolean("complete")).isTrue();
  }

  /** The line drops in the middle of a piece. */
  private static void breaksOff(String patient, String upload, int offset, byte[] piece)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", api.port())) {
      String head =
          "PATCH /api/v1%s/ecg-uploads/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nUpload-Offset: %d\r\nContent-Length: %d\r\n\r\n"
              .formatted(
                  at(patient),
                  upload,
                  ConsoleHarness.token(Role.DISPATCHER),
                  BYTES,
                  offset,
                  piece.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(piece, 0, piece.length / 2);
      socket.getOutputStream().flush();
      socket.setSoLinger(true, 0);
    }
  }

  @Test
  void saysWhereToGoOn() throws Exception {
    String patient = patientWithCase();
    byte[] file = picture(4);
    String upload = open(patient, file, sha256(file)).json().getString("uploadId");
    append(patient, upload, 0, Arrays.copyOf(file, 1_000));
    for (int wrong : new int[] {0, 999, 1_001}) {
      Reply refused = append(patient, upload, wrong, Arrays.copyOf(file, 10));
      assertThat(refused.code()).isEqualTo("upload_offset");
      assertThat(refused.json().getString("detail")).contains("1000");
    }
    byte[] beyond = new byte[1 << 20];
    assertThat(append(patient, upload, 1_000, beyond).code()).isEqualTo("upload_offset");
  }

  @Test
  void refusesAFileThatIsNotTheOneAnnounced() throws Exception {
    String patient = patientWithCase();
    byte[] file = Arrays.copyOf(picture(5), 2_000);
    String upload = open(patient, file, "0".repeat(64)).json().getString("uploadId");
    assertThat(append(patient, upload, 0, file).code()).isEqualTo("ecg_checksum");
    assertThat(api.get(at(patient) + "/ecg-uploads/" + upload).status()).isEqualTo(404);
    assertThat(ecgs(patient)).isEmpty();
  }

  @Test
  void refusesWhatIsNoEcgWithWords() throws Exception {
    String patient = patientWithCase();
    int before = api.ecgs.size();
    byte[] half = Arrays.copyOf(picture(6), 5_000);
    Reply refused = store(patient, half);
    assertThat(refused.code()).isEqualTo("ecg_unreadable");
    assertThat(refused.json().getString("detail")).isNotBlank();
    assertThat(store(patient, "hello".getBytes(UTF_8)).code()).isEqualTo("ecg_unreadable");
    String upload = open(patient, half, sha256(half)).json().getString("uploadId");
    assertThat(append(patient, upload, 0, half).code()).isEqualTo("ecg_unreadable");
    assertThat(ecgs(patient)).isEmpty();
    assertThat(api.ecgs.size()).isEqualTo(before);
  }

  @Test
  void boundsEverything() throws Exception {
    String patient = patientWithCase();
    byte[] large = new byte[(10 << 20) + 100_000];
    assertThat(store(patient, large).code()).isEqualTo("body_too_large");
    Reply announced =
        api.post(
            at(patient) + "/ecg-uploads",
            "{\"sizeBytes\":10485761,\"sha256\":\"%s\"}".formatted("0".repeat(64)));
    assertThat(announced.fields()).isEqualTo("sizeBytes");
    byte[] file = picture(7);
    for (int i = 0; i < 20; i++) {
      assertThat(open(patient, file, "%064x".formatted(i)).status()).isEqualTo(201);
    }
    assertThat(open(patient, file, "%064x".formatted(99)).code()).isEqualTo("too_many_ecgs");
    byte[] whole = form("a.png", file);
    Reply cut =
        api.sendBytes(
            Role.DISPATCHER,
            "POST",
            at(patient) + "/ecgs",
            Arrays.copyOf(whole, whole.length - 20),
            "Content-Type",
            FORM);
    assertThat(cut.status()).isEqualTo(400);
  }

  @Test
  void keepsOthersOut() throws Exception {
    String patient = patientWithCase();
    store(patient, picture(8));
    String id = ecgs(patient).getJsonObject(0).getString("id");
    String content = at(patient) + "/ecgs/" + id + "/content";
    assertThat(api.as(Role.HOSPITAL, "GET", content, "").status()).isEqualTo(403);
    assertThat(api.as(Role.OBSERVER, "GET", content, "").status()).isEqualTo(403);
    assertThat(api.as(Role.STATION, "GET", content, "").status()).isEqualTo(403);
    String other = patientWithCase();
    assertThat(api.get(at(other) + "/ecgs/" + id + "/content").status()).isEqualTo(404);
    byte[] file = picture(9);
    String upload = open(patient, file, sha256(file)).json().getString("uploadId");
    assertThat(append(other, upload, 0, file).status()).isEqualTo(404);
    assertThat(api.get("/patients/nobody/chest-pain/ecg-uploads/x").status()).isEqualTo(404);
  }

  @Test
  void withdrawsAnEcgAndTakesItAgain() throws Exception {
    String patient = patientWithCase();
    store(patient, picture(10));
    String id = ecgs(patient).getJsonObject(0).getString("id");
    Reply withdrawn = api.post(at(patient) + "/ecgs/" + id + "/withdraw", "{\"reason\":\"另一位患者\"}");
    assertThat(withdrawn.json().getJsonArray("ecgs")).isEmpty();
    assertThat(api.get(at(patient) + "/ecgs/" + id + "/content").code()).isEqualTo("ecg_withdrawn");
    store(patient, picture(10));
    assertThat(ecgs(patient)).hasSize(1);
    assertThat(ecgs(patient).getJsonObject(0).getString("id")).isNotEqualTo(id);
  }

  @Test
  void forgetsAFileWithItsIncident() {
    String patient = patientWithCase();
    store(patient, picture(11));
    JsonObject of = api.get(at(patient)).json();
    api.ecgs.erase(new IncidentId(of.getString("incidentId")));
    String id = of.getJsonArray("ecgs").getJsonObject(0).getString("id");
    assertThat(api.get(at(patient) + "/ecgs/" + id + "/content").status()).isEqualTo(404);
  }

  /** The process dies after the file was stored and before the journal knows. */
  @Test
  void endsWithOneEcgWhenItDiedBetweenFileAndJournal() throws Exception {
    String patient = patientWithCase();
    byte[] file = picture(12);
    String upload = open(patient, file, sha256(file)).json().getString("uploadId");
    api.center.away =
        new io.dispatch120.dispatch.journal.StorageUnavailable(
            "the journal is away", false, new RuntimeException());
    int half = file.length / 2;
    append(patient, upload, 0, Arrays.copyOf(file, half));
    Reply died = append(patient, upload, half, Arrays.copyOfRange(file, half, file.length));
    api.center.away = null;
    assertThat(died.status()).isEqualTo(503);
    assertThat(ecgs(patient)).isEmpty();
    Reply asked = open(patient, file, sha256(file));
    assertThat(asked.json().getBoolean("complete")).isTrue();
    assertThat(ecgs(patient)).hasSize(1);
    assertThat(api.get(at(patient) + "/ecg-uploads/" + upload).json().getBoolean("complete"))
        .isTrue();
  }

  @Test
  void reportsOverHttp() {
    patientWithCase();
    String range = "?from=2026-11-22&to=2026-11-22";
    Reply report = api.as(Role.SUPERVISOR, "GET", "/reports/chest-pain" + range, "");
    assertThat(report.status()).as(report.toString()).isEqualTo(200);
    assertThat(report.json().getJsonArray("cases")).isNotEmpty();
    Reply csv = look(Role.SUPERVISOR, "/reports/chest-pain" + range, "Accept", "text/csv");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.body()).startsWith("\uFEFFpatient_id,");
    Reply own = api.as(Role.HOSPITAL, "GET", "/reports/chest-pain" + range, "");
    assertThat(own.json().getJsonArray("cases")).isEmpty();
    assertThat(api.get("/reports/chest-pain" + range).status()).isEqualTo(403);
    assertThat(
            api.as(Role.SUPERVISOR, "GET", "/reports/chest-pain?from=2026-11-23&to=2026-11-01", "")
                .fields())
        .isEqualTo("from");
  }
}
