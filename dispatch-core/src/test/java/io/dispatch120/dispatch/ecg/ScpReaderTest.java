package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.ONE_SECOND;
import static io.dispatch120.dispatch.ecg.Given.TEN_SECONDS;
import static io.dispatch120.dispatch.ecg.Given.codes;
import static io.dispatch120.dispatch.ecg.Given.read;
import static io.dispatch120.dispatch.ecg.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.ScpBytes.Beat;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScpReaderTest {
  private static final List<Beat> BEATS = List.of(new Beat(101, 101, 200), new Beat(301, 301, 400));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void readsBackEveryOrderOfDifferences(int order) {
    Given.assertSame(
        read(ScpBytes.of(TEN_SECONDS).differences(order).bytes(), EcgFormat.SCP), TEN_SECONDS);
    Given.assertSame(
        read(ScpBytes.of(TEN_SECONDS).differences(order).plain().bytes(), EcgFormat.SCP),
        TEN_SECONDS);
    Given.assertSame(
        read(ScpBytes.of(TEN_SECONDS).differences(order).ownTable().bytes(), EcgFormat.SCP),
        TEN_SECONDS);
  }

  @Test
  void readsWhoseItIsAndWhen() {
    EcgWaveform waveform = read(ScpBytes.of(ONE_SECOND).bytes(), EcgFormat.SCP);

    assertThat(waveform.recordedAt()).isEqualTo(Instant.parse("2026-01-01T19:04:05Z"));
    assertThat(waveform.device()).isEqualTo("Synthetic GEN1");
    assertThat(waveform.subject().sex()).isEqualTo(Sex.MALE);
    assertThat(waveform.subject().ageYears()).isEqualTo(61);
    assertThat(waveform.subject().id()).isEqualTo(new Personal("SYN-1"));
    assertThat(waveform.subject().name()).isEqualTo(new Personal("Synthetic Nobody"));
    assertThat(waveform.warnings()).isEmpty();
  }

  @Test
  void losesOnlyTheFactThatIsBroken() {
    // An age without its unit, then the sex; then a length that leads outside.
    byte[] facts = {4, 2, 0, 61, 0, 8, 1, 0, 2, 9, -1, -1, 0};
    EcgWaveform waveform = read(ScpBytes.of(ONE_SECOND).facts(facts).bytes(), EcgFormat.SCP);

    assertThat(waveform.subject().sex()).isEqualTo(Sex.FEMALE);
    assertThat(waveform.subject().ageYears()).isNull();
    assertThat(codes(waveform)).containsExactly(EcgWarningCode.FACTS_UNREADABLE);
  }

  @Test
  void putsTheReferenceBeatBack() {
    short[] beat = Arrays.copyOfRange(ONE_SECOND.get("V2"), 100, 200);

    Given.assertSame(
        read(ScpBytes.of(ONE_SECOND).reduced(beat, BEATS).bytes(), EcgFormat.SCP), ONE_SECOND);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void undoesBimodalCompression(int factor) {
    // Quiet between beats, so that means lose nothing.
    SyntheticEcg quiet = SyntheticEcg.of(500, 500);
    for (String lead : quiet.names()) {
      short[] trace = quiet.get(lead);
      for (int i = 0; i < trace.length; i++) {
        boolean inBeat = (i >= 100 && i < 200) || (i >= 300 && i < 400);
        trace[i] = inBeat ? trace[i] : 8;
      }
    }
    byte[] content = ScpBytes.of(quiet).reduced(new short[100], BEATS).bimodal(factor).bytes();

    Given.assertSame(read(content, EcgFormat.SCP), quiet);
  }

  @Test
  void drawsAStraightLineBetweenMeans() {
    SyntheticEcg ramp = SyntheticEcg.of(500, 500);
    for (String lead : ramp.names()) {
      short[] trace = ramp.get(lead);
      for (int i = 0; i < trace.length; i++) {
        trace[i] = (short) (10 * i);
      }
    }
    byte[] content = ScpBytes.of(ramp).reduced(new short[100], BEATS).bimodal(4).bytes();
    EcgWaveform waveform = read(content, EcgFormat.SCP);

    for (int i = 4; i < 96; i++) {
      assertThat(waveform.leads().get(0).nanovoltsAt(i))
          .as("sample " + i)
          .isCloseTo(25_000.0 * i, org.assertj.core.data.Offset.offset(2_500.0));
    }
  }

  @Test
  void saysWhenOneChecksumIsWrongAndRefusesWhenBothAre() {
    byte[] content = ScpBytes.of(ONE_SECOND).bytes();
    byte[] record = content.clone();
    record[0] ^= 1;
    assertThat(codes(read(record, EcgFormat.SCP))).containsExactly(EcgWarningCode.CHECKSUM_DIFFERS);

    byte[] damaged = content.clone();
    damaged[damaged.length - 40] ^= 0x10;
    assertThat(refusal(EcgFiles.read(damaged, EcgFormat.SCP))).isEqualTo(EcgFault.DAMAGED);
  }

  @Test
  void refusesWhatEndsTooEarly() {
    byte[] content = ScpBytes.of(ONE_SECOND).bytes();

    assertThat(refusal(EcgFiles.read(Arrays.copyOf(content, content.length - 1), EcgFormat.SCP)))
        .isEqualTo(EcgFault.TRUNCATED);
    assertThat(codes(read(Arrays.copyOf(content, content.length + 3), EcgFormat.SCP)))
        .containsExactly(EcgWarningCode.TRAILING_BYTES);
  }

  @Test
  void refusesBeatsThatOverlap() {
    List<Beat> overlapping = List.of(new Beat(101, 101, 300), new Beat(200, 200, 400));

    assertThat(
            refusal(
                EcgFiles.read(
                    ScpBytes.of(ONE_SECOND).reduced(new short[100], overlapping).bytes(),
                    EcgFormat.SCP)))
        .isEqualTo(EcgFault.DAMAGED);
  }

  @Test
  void refusesWithoutRhythm() {
    byte[] content = ScpBytes.record(List.of(ScpBytes.section(1, new byte[] {-1, 0, 0})));

    assertThat(Given.identify(content).format()).isEqualTo(EcgFormat.SCP);
    assertThat(refusal(EcgFiles.read(content, EcgFormat.SCP))).isEqualTo(EcgFault.NOT_SUPPORTED);
  }
}
