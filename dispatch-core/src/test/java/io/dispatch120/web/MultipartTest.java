package io.dispatch120.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=XyZ";

  static byte[] form(String fileName, byte[] file, String... fields) {
    Buffer body = Buffer.buffer();
    for (int i = 0; i < fields.length; i += 2) {
      body.appendString(
          "--XyZ\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(fields[i], fields[i + 1]));
    }
    return body.appendString(
            "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .appendBytes(file)
        .appendString("\r\n--XyZ--\r\n")
        .getBytes();
  }

  private static Multipart read(byte[] body) {
    return Multipart.read(TYPE, Buffer.buffer(body));
  }

  @Test
  void readsAFileAndTheWordsAboutIt() {
    byte[] file = {0, 13, 10, 45, 45, 88, (byte) 0xFF};
    Multipart form = read(form("ecg.png", file, "takenAt", "2026-11-22T04:00:00Z"));
    assertThat(form.file()).isEqualTo(file);
    assertThat(form.fileName()).isEqualTo("ecg.png");
    assertThat(form.texts())
        .containsExactly(java.util.Map.entry("takenAt", "2026-11-22T04:00:00Z"));
  }

  @Property(tries = 50)
  void givesBackWhateverBytesTheFileHas(@ForAll byte[] file) {
    assertThat(read(form("x", file)).file()).isEqualTo(file);
  }

  @Test
  void refusesEveryTruncation() {
    byte[] whole = form("ecg.png", new byte[] {1, 2, 3}, "takenAt", "now");
    // the line break after the last boundary may be missing
    for (int length = 0; length < whole.length - 2; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut))
          .as("cut at %s", length)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void refusesWhatIsNoFormWithOneFile() {
    byte[] one = form("a", new byte[] {1});
    String text = new String(one, StandardCharsets.ISO_8859_1);
    String part = text.substring(0, text.indexOf("--XyZ--"));
    for (String wrong :
        new String[] {
          "",
          "--XyZ--\r\n",
          part + text,
          "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XyZ--",
          "--XyZ\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nb\r\n--XyZ--",
          "--XyZ\r\n\r\nb\r\n--XyZ--",
          "--XyZ\r\nX: " + "y".repeat(5_000) + "\r\n\r\nb\r\n--XyZ--",
          "preamble\r\n" + text
        }) {
      assertThatThrownBy(() -> read(wrong.getBytes(StandardCharsets.ISO_8859_1)))
          .as(wrong)
          .isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> Multipart.read("multipart/form-data", Buffer.buffer(one)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void takesNothingHostileFromAName() {
    assertThat(Multipart.plain("../../etc/passwd")).isEqualTo("passwd");
    assertThat(Multipart.plain("C:\\temp\\ecg.png")).isEqualTo("ecg.png");
    assertThat(Multipart.plain("a\u0000b\r\nX: y\u202Egpj.exe")).isEqualTo("abX ygpj.exe");
    assertThat(Multipart.plain("..")).isNull();
    assertThat(Multipart.plain("dir/")).isNull();
    assertThat(Multipart.plain("心电图 1.png")).isEqualTo("心电图 1.png");
    assertThat(Multipart.plain("x".repeat(1_000))).hasSize(200);
  }

  @Property(tries = 300)
  void neverFailsOtherwise(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] form = form("ecg.png", new byte[] {1, 2, 3}, "takenAt", "now");
    for (int i = 0; i < 5; i++) {
      form[random.nextInt(form.length)] = (byte) random.nextInt(256);
    }
    try {
      read(form);
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isEqualTo(400);
    }
  }
}
