package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.ONE_SECOND;
import static io.dispatch120.dispatch.ecg.Given.refusal;
import static io.dispatch120.dispatch.ecg.Given.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgResult;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a value, soon, and without much memory. An exception fails the test. */
class HostileFilesTest {
  private static final List<EcgFormat> WAVEFORMS =
      List.of(EcgFormat.AECG, EcgFormat.SCP, EcgFormat.CSV);

  /** Generous, for machines that do something else too; without a bound it would be for ever. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final SyntheticEcg SHORT = SyntheticEcg.of(500, 24);

  private static final byte[] REDUCED =
      ScpBytes.of(SHORT)
          .ownTable()
          .reduced(
              Arrays.copyOfRange(ONE_SECOND.get("V2"), 140, 146),
              List.of(new ScpBytes.Beat(5, 5, 10), new ScpBytes.Beat(15, 15, 20)))
          .bimodal(2)
          .bytes();

  private static final List<byte[]> VALID =
      List.of(
          AecgText.of(SHORT),
          ScpBytes.of(SHORT).bytes(),
          REDUCED,
          CsvLines.of(SHORT),
          EcgSheet.image(Given.TEN_SECONDS, "png"),
          EcgSheet.image(Given.TEN_SECONDS, "jpg"),
          EcgSheet.pdf(Given.TEN_SECONDS));

  @Property(tries = 500)
  void answersRandomBytes(@ForAll @Size(max = 600) byte[] content) {
    answers(content);
  }

  @Property(tries = 300)
  void answersRandomBytesBehindAValidBeginning(
      @ForAll @IntRange(max = 6) int which,
      @ForAll @IntRange(min = 1, max = 400) int kept,
      @ForAll @Size(max = 300) byte[] rest) {
    byte[] head = VALID.get(which);
    int length = Math.min(kept, head.length);
    byte[] content = Arrays.copyOf(head, length + rest.length);
    System.arraycopy(rest, 0, content, length, rest.length);
    answers(content);
  }

  @Property(tries = 1_000)
  void answersFlippedBits(
      @ForAll @IntRange(max = 6) int which,
      @ForAll @IntRange(min = 1, max = 12) int flips,
      @ForAll long seed) {
    byte[] content = VALID.get(which).clone();
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
    }
    answers(content);
  }

  /** The checksums of SCP-ECG made right again, so that what lies behind them is reached. */
  @Property(tries = 2_000)
  void answersWrongScpBehindRightChecksums(
      @ForAll @IntRange(max = 1) int which,
      @ForAll @IntRange(min = 1, max = 6) int changes,
      @ForAll long seed) {
    byte[] content = VALID.get(1 + which).clone();
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      int at =
          6
              + random.nextInt(
                  (random.nextBoolean() ? Math.min(600, content.length) : content.length) - 6);
      content[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
    }
    answers(ScpBytes.summed(content));
  }

  @Test
  void answersTruncationAtEveryLength() {
    List<EcgFormat> formats = List.of(EcgFormat.AECG, EcgFormat.SCP, EcgFormat.SCP, EcgFormat.CSV);
    for (int i = 0; i < formats.size(); i++) {
      byte[] content = VALID.get(i);
      for (int length = 0; length < content.length; length++) {
        byte[] cut = Arrays.copyOf(content, length);
        assertThat(EcgFiles.identify(cut, null)).isNotNull();
        assertThat(EcgFiles.read(cut, formats.get(i))).isNotNull();
      }
    }
  }

  @Test
  void readsNothingOfATruncatedAecgOrScp() {
    for (int length = 0; length < VALID.get(1).length; length++) {
      assertThat(EcgFiles.read(Arrays.copyOf(VALID.get(1), length), EcgFormat.SCP))
          .isInstanceOf(EcgResult.Refused.class);
    }
    int end = new String(VALID.get(0), java.nio.charset.StandardCharsets.UTF_8).lastIndexOf('>');
    for (int length = 0; length < end; length++) {
      assertThat(EcgFiles.read(Arrays.copyOf(VALID.get(0), length), EcgFormat.AECG))
          .isInstanceOf(EcgResult.Refused.class);
    }
  }

  @Test
  void refusesXmlBombs() {
    StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE AnnotatedECG [");
    laughs.append("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><AnnotatedECG>&l29;</AnnotatedECG>");
    String external =
        "<!DOCTYPE AnnotatedECG [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + "<AnnotatedECG>&e;</AnnotatedECG>";
    String foreign = "<!DOCTYPE AnnotatedECG SYSTEM \"http://localhost:1/x.dtd\"><AnnotatedECG/>";
    for (String bomb : List.of(laughs.toString(), external, foreign)) {
      assertThat(soon(utf8(bomb), EcgFormat.AECG)).isEqualTo(EcgFault.XML_NOT_ALLOWED);
      assertThat(refusal(EcgFiles.identify(utf8(bomb), null))).isEqualTo(EcgFault.XML_NOT_ALLOWED);
    }
    assertThat(soon(utf8("<AnnotatedECG>&e;</AnnotatedECG>"), EcgFormat.AECG))
        .isIn(EcgFault.DAMAGED, EcgFault.XML_NOT_ALLOWED);
    assertThat(soon(utf8("<a>".repeat(1_000_000)), EcgFormat.AECG)).isEqualTo(EcgFault.DAMAGED);
    assertThat(soon(utf8("<a " + "b".repeat(9_000_000)), EcgFormat.AECG))
        .isEqualTo(EcgFault.DAMAGED);
    StringBuilder attributes = new StringBuilder("<AnnotatedECG ");
    for (int i = 0; i < 500_000; i++) {
      attributes.append('a').append(i).append("=\"\" ");
    }
    assertThat(soon(utf8(attributes + "/>"), EcgFormat.AECG)).isNotNull();
    assertThat(soon(utf8("<AnnotatedECG><!--" + " ".repeat(9_000_000)), EcgFormat.AECG))
        .isEqualTo(EcgFault.DAMAGED);
    assertThat(
            soon(
                utf8(
                    "<AnnotatedECG>" + "<series>".repeat(60) + "</series><series>".repeat(200_000)),
                EcgFormat.AECG))
        .isEqualTo(EcgFault.TOO_LONG);
  }

  @Test
  void boundsWhatManyNumbersCost() {
    String digits = "1 ".repeat(4_000_000);
    String text =
        AecgText.document(
            AecgText.series("RHYTHM", "2026", SHORT, List.of())
                .replace(
                    "</sequenceSet>",
                    AecgText.sequence("MDC_ECG_LEAD_I", digits) + "</sequenceSet>"));
    assertThat(soon(utf8(text), EcgFormat.AECG)).isEqualTo(EcgFault.TOO_LONG);
    assertThat(soon(utf8("I\n" + "1\n".repeat(4_000_000)), EcgFormat.CSV))
        .isEqualTo(EcgFault.TOO_LONG);
    assertThat(soon(utf8("I,".repeat(4_000_000)), EcgFormat.CSV))
        .isEqualTo(EcgFault.TOO_MANY_LEADS);
    assertThat(soon(utf8("I\n" + "9".repeat(9_000_000)), EcgFormat.CSV))
        .isEqualTo(EcgFault.DAMAGED);
    assertThat(soon(utf8("(".repeat(5_000_000) + "\n"), EcgFormat.CSV))
        .isEqualTo(EcgFault.UNKNOWN_FORMAT);
    assertThat(soon(utf8("time (s),I\n0,1\n0.002,1\n0.004,1\n1e29,2\n"), EcgFormat.CSV))
        .isEqualTo(EcgFault.TOO_LONG);
  }

  /** Each lead of 65,535 bytes of zeros, a sample a bit: 33 million samples from 4 MB. */
  @Test
  void boundsWhatHuffmanCodesUnpackTo() {
    int leads = EcgLimits.MAX_LEADS;
    byte[] definitions = new byte[2 + 9 * leads];
    byte[] rhythm = new byte[6 + 2 * leads + 65_535 * leads];
    definitions[0] = (byte) leads;
    rhythm[0] = 1;
    rhythm[2] = (byte) 0xE8;
    rhythm[3] = 3;
    for (int i = 0; i < leads; i++) {
      System.arraycopy(ScpBytes.le32(1), 0, definitions, 2 + 9 * i, 4);
      System.arraycopy(ScpBytes.le32(65_535 * 8), 0, definitions, 6 + 9 * i, 4);
      definitions[10 + 9 * i] = (byte) (100 + i);
      rhythm[6 + 2 * i] = (byte) 0xFF;
      rhythm[7 + 2 * i] = (byte) 0xFF;
    }
    byte[] content =
        ScpBytes.record(
            List.of(
                ScpBytes.section(2, ScpBytes.le16(19_999)),
                ScpBytes.section(3, definitions),
                ScpBytes.section(6, rhythm)));
    assertThat(soon(content, EcgFormat.SCP)).isEqualTo(EcgFault.TOO_LONG);
  }

  private static EcgFault soon(byte[] content, EcgFormat format) {
    EcgResult<EcgWaveform> result =
        Assertions.assertTimeoutPreemptively(SOON, () -> EcgFiles.read(content, format));
    return refusal(result);
  }

  private static void answers(byte[] content) {
    assertThat(EcgFiles.identify(content, "a.scp")).isNotNull();
    for (EcgFormat format : WAVEFORMS) {
      EcgResult<EcgWaveform> result = EcgFiles.read(content, format);
      if (result instanceof EcgResult.Read<EcgWaveform> read) {
        assertThat(EcgViews.view(read.value()).leads()).isNotEmpty();
      }
    }
  }
}
