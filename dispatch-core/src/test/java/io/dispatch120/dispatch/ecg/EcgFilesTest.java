package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.ONE_SECOND;
import static io.dispatch120.dispatch.ecg.Given.TEN_SECONDS;
import static io.dispatch120.dispatch.ecg.Given.identify;
import static io.dispatch120.dispatch.ecg.Given.refusal;
import static io.dispatch120.dispatch.ecg.Given.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcgFilesTest {
  private static final byte[] PNG = EcgSheet.image(TEN_SECONDS, "png");
  private static final byte[] JPEG = EcgSheet.image(TEN_SECONDS, "jpg");
  private static final byte[] PDF = EcgSheet.pdf(TEN_SECONDS);

  @Test
  void knowsEachFormatByItsContent() {
    assertThat(identify(JPEG)).isEqualTo(new EcgFile(EcgFormat.IMAGE, "image/jpeg", List.of()));
    assertThat(identify(PNG)).isEqualTo(new EcgFile(EcgFormat.IMAGE, "image/png", List.of()));
    assertThat(identify(PDF)).isEqualTo(new EcgFile(EcgFormat.PDF, "application/pdf", List.of()));
    assertThat(identify(AecgText.of(ONE_SECOND)).format()).isEqualTo(EcgFormat.AECG);
    assertThat(identify(ScpBytes.of(ONE_SECOND).bytes()).format()).isEqualTo(EcgFormat.SCP);
    assertThat(identify(CsvLines.of(ONE_SECOND)).format()).isEqualTo(EcgFormat.CSV);
  }

  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\u0018ftypheic', send as JPEG",
    "'\0\0\0\u0018ftypmif1', send as JPEG",
    "'\0\0\0\u0018ftypisom', film",
    "GIF89a, JPEG or PNG",
    "'PK\3\4', unpack",
    "<RestingECG>, MUSE",
    "<restingecgdata/>, Philips",
    "<ClinicalDocument/>, HL7 aECG"
  })
  void namesWhatItDoesNotRead(String content, String words) {
    EcgResult<EcgFile> result =
        EcgFiles.identify(content.getBytes(StandardCharsets.ISO_8859_1), null);

    assertThat(refusal(result)).isEqualTo(EcgFault.FORMAT_NOT_READ);
    assertThat(result.toString()).contains(words);
  }

  @Test
  void refusesNothingAndTooMuchAndAnythingElse() {
    assertThat(refusal(EcgFiles.identify(new byte[0], null))).isEqualTo(EcgFault.EMPTY);
    assertThat(refusal(EcgFiles.identify(new byte[EcgLimits.MAX_BYTES + 1], null)))
        .isEqualTo(EcgFault.TOO_LARGE);
    assertThat(refusal(EcgFiles.identify(new byte[1000], "x.scp")))
        .isEqualTo(EcgFault.UNKNOWN_FORMAT);
    assertThat(refusal(EcgFiles.identify(utf8("Dear colleague, see below"), "a.txt")))
        .isEqualTo(EcgFault.UNKNOWN_FORMAT);
  }

  @Test
  void takesNoSamplesOfAPicture() {
    assertThat(refusal(EcgFiles.read(PNG, EcgFormat.IMAGE))).isEqualTo(EcgFault.NOT_SUPPORTED);
  }

  @Test
  void seesThatAPictureIsNotWhole() {
    for (byte[] picture : List.of(PNG, JPEG)) {
      for (int length = 12; length < picture.length; length += 997) {
        assertThat(refusal(EcgFiles.identify(Arrays.copyOf(picture, length), null)))
            .isEqualTo(EcgFault.TRUNCATED);
      }
      assertThat(refusal(EcgFiles.identify(Arrays.copyOf(picture, picture.length - 1), null)))
          .isEqualTo(EcgFault.TRUNCATED);
    }
    assertThat(refusal(EcgFiles.identify(Arrays.copyOf(PDF, PDF.length - 8), null)))
        .isEqualTo(EcgFault.TRUNCATED);
  }

  @Test
  void seesEveryFlippedBitOfAPng() {
    for (int at = 8; at < PNG.length - 4; at += 311) {
      byte[] flipped = PNG.clone();
      flipped[at] ^= 4;
      assertThat(EcgFiles.identify(flipped, null)).isInstanceOf(EcgResult.Refused.class);
    }
  }

  @Test
  void refusesAPictureThatCostsABrowserItsMemory() {
    byte[] huge = JPEG.clone();
    for (int i = 2; i < huge.length; i++) {
      if (huge[i] == (byte) 0xFF && huge[i + 1] == (byte) 0xC0) {
        Arrays.fill(huge, i + 5, i + 9, (byte) 0x7F);
        break;
      }
    }
    assertThat(refusal(EcgFiles.identify(huge, null))).isEqualTo(EcgFault.TOO_LONG);
  }

  @Test
  void warnsOfWhatAPdfWouldDo() {
    assertThat(warnings(pdfWith("/OpenAction <</S/JavaScript/JS(app.alert(1))>>")))
        .containsExactly(EcgWarningCode.PDF_ACTIVE_CONTENT);
    assertThat(warnings(pdfWith("/J#61vaScript 7 0 R")))
        .containsExactly(EcgWarningCode.PDF_ACTIVE_CONTENT);
    assertThat(warnings(pdfWith("/Encrypt 9 0 R"))).containsExactly(EcgWarningCode.PDF_ENCRYPTED);
    assertThat(warnings(pdfWith("/JSON /Launcher /OpenActions"))).isEmpty();
  }

  @Test
  void looksIntoPackedObjectsOfAPdf() {
    String packed =
        new String(
            EcgSheet.deflated(utf8("<</Names 1 0 R/EmbeddedFiles 3 0 R>>")),
            StandardCharsets.ISO_8859_1);

    assertThat(warnings(pdfWith("<</Type/ObjStm/Filter/FlateDecode>>stream\r\n" + packed)))
        .containsExactly(EcgWarningCode.PDF_ACTIVE_CONTENT);
  }

  private static byte[] pdfWith(String text) {
    String pdf = "%PDF-1.7\n1 0 obj\n" + text + "\nendobj\n%%EOF\n";
    return pdf.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<EcgWarningCode> warnings(byte[] pdf) {
    return identify(pdf).warnings().stream().map(EcgWarning::code).toList();
  }
}
