package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crew's ECG files over HTTP; what is in them is the core's business. */
class EcgTest {
  private static final String AT = "/api/v1/crew/patients/p1/chest-pain";
  private static final String FORM =
      "--b\r\nContent-Disposition: form-data; name=\"takenAt\"\r\n\r\n2026-03-01T07:59:00Z\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../ecg.png\"\r\n\r\n"
          + "PICTURE\r\n--b--\r\n";

  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  private Edge.Answer send(String method, String path, String body, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + edge.core.session("a01");
    System.arraycopy(more, 0, headers, 2, more.length);
    return edge.send(method, path, body, headers);
  }

  private Edge.Answer append(int offset, String piece) {
    return send(
        "PATCH",
        AT + "/ecg-uploads/u1",
        piece,
        "Content-Type",
        "application/octet-stream",
        "Upload-Offset",
        Integer.toString(offset));
  }

  @Test
  void takesAWholeFile() {
    Edge.Answer stored =
        send("POST", AT + "/ecgs", FORM, "Content-Type", "multipart/form-data; boundary=b");
    assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
    assertThat(stored.json().getString("unitId")).isEqualTo("A01");
    assertThat(new String(edge.core.ecgs.content, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("PICTURE");
    assertThat(edge.core.ecgs.fileName).isEqualTo(new Personal("ecg.png"));
    assertThat(edge.core.ecgs.takenAt).isEqualTo(Instant.parse("2026-03-01T07:59:00Z"));
    Edge.Answer content = send("GET", AT + "/ecgs/e1/content", "");
    assertThat(content.http().body()).isEqualTo("PICTURE");
    assertThat(content.header("Content-Security-Policy")).isEqualTo("sandbox");
    assertThat(content.header("Cache-Control")).isEqualTo("private, no-store");
  }

  @Test
  void takesAFilePieceByPiece() {
    Edge.Answer opened =
        send(
            "POST",
            AT + "/ecg-uploads",
            "{\"sizeBytes\":6,\"sha256\":\"%s\"}".formatted("0".repeat(64)));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    assertThat(append(0, "abc").json().getInteger("receivedBytes")).isEqualTo(3);
    assertThat(append(0, "abc").code()).isEqualTo("upload_offset");
    assertThat(append(3, "def").json().getBoolean("complete")).isTrue();
    assertThat(send("GET", AT + "/ecg-uploads/u1", "").json().getInteger("sizeBytes")).isEqualTo(6);
  }

  @Test
  void refusesWhatBreaksTheForm() {
    String cut = FORM.substring(0, FORM.length() - 6);
    assertThat(
            send("POST", AT + "/ecgs", cut, "Content-Type", "multipart/form-data; boundary=b")
                .fields())
        .isEqualTo("body");
    assertThat(send("POST", AT + "/ecgs", FORM, "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(send("POST", AT + "/ecg-uploads", "{\"sizeBytes\":6}").fields()).isEqualTo("sha256");
    assertThat(
            send("PATCH", AT + "/ecg-uploads/u1", "abc", "Content-Type", "application/octet-stream")
                .fields())
        .isEqualTo("Upload-Offset");
  }

  @Test
  void givesTheSamplesToDrawAndLetsNoCacheKeepThem() {
    Edge.Answer waveform = send("GET", AT + "/ecgs/e2/waveform", "");
    assertThat(waveform.status()).as(waveform.toString()).isEqualTo(200);
    assertThat(waveform.json().getJsonArray("leads").getJsonObject(0).getString("samples"))
        .isEqualTo("AAA=");
    assertThat(waveform.header("Cache-Control")).contains("no-store");
    assertThat(send("GET", AT + "/ecgs/e1/waveform", "").status()).isEqualTo(409);
    assertThat(edge.send("GET", AT + "/ecgs/e2/waveform", "").status()).isEqualTo(401);
    assertThat(send("GET", AT.replace("p1", "p2") + "/ecgs/e2/waveform", "").code())
        .isEqualTo("not_found");
  }

  @Test
  void hidesPatientsOfOtherUnits() {
    String other = AT.replace("p1", "p2");
    assertThat(
            send("POST", other + "/ecgs", FORM, "Content-Type", "multipart/form-data; boundary=b")
                .code())
        .isEqualTo("not_found");
    assertThat(send("GET", other + "/ecgs/e1/content", "").code()).isEqualTo("not_found");
    assertThat(send("GET", AT + "/ecgs/e1/waveform", "").code()).isEqualTo("ecg_has_no_waveform");
    assertThat(edge.send("GET", AT + "/ecgs/e1/content", "").status()).isEqualTo(401);
    assertThat(send("POST", AT + "/ecgs/e1/withdraw", "{\"reason\":\"别人的\"}").status())
        .isEqualTo(200);
  }
}
