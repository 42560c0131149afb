package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.ONE_SECOND;
import static io.dispatch120.dispatch.ecg.Given.TEN_SECONDS;
import static io.dispatch120.dispatch.ecg.Given.codes;
import static io.dispatch120.dispatch.ecg.Given.read;
import static io.dispatch120.dispatch.ecg.Given.refusal;
import static io.dispatch120.dispatch.ecg.Given.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AecgReaderTest {
  private static final String NOW = "20260102030405+0800";

  @Test
  void readsBackWhatWasWritten() {
    EcgWaveform waveform = read(AecgText.of(TEN_SECONDS), EcgFormat.AECG);

    Given.assertSame(waveform, TEN_SECONDS);
    assertThat(waveform.leads()).allMatch(lead -> lead.nanovoltsPerUnit() == 2_500);
    assertThat(waveform.recordedAt()).isEqualTo(Instant.parse("2026-01-01T19:04:05Z"));
    assertThat(waveform.localTime()).isNull();
    assertThat(waveform.device()).isEqualTo("Synthetic Generator");
    assertThat(waveform.warnings()).isEmpty();
  }

  @Test
  void readsWhoseItIs() {
    EcgWaveform waveform = read(AecgText.of(ONE_SECOND), EcgFormat.AECG);

    assertThat(waveform.subject().sex()).isEqualTo(Sex.MALE);
    assertThat(waveform.subject().birthDate()).isEqualTo(LocalDate.of(1964, 5, 1));
    assertThat(waveform.subject().ageOn(waveform.recordedOn())).isEqualTo(61);
    assertThat(waveform.subject().id()).isEqualTo(new Personal("SYN-1"));
    assertThat(waveform.subject().name()).isEqualTo(new Personal("Nobody Synthetic"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "GB18030", "ISO-8859-1"})
  void readsEveryEncodingOfItsDeclaration(String charset) {
    String text = new String(AecgText.of(ONE_SECOND), StandardCharsets.UTF_8);
    String declared = text.replace("UTF-8", charset.equals("UTF-16LE") ? "UTF-16" : charset);
    byte[] content =
        (charset.equals("UTF-16LE") ? "\ufeff" + declared : declared)
            .getBytes(Charset.forName(charset));

    assertThat(Given.identify(content).format()).isEqualTo(EcgFormat.AECG);
    Given.assertSame(read(content, EcgFormat.AECG), ONE_SECOND);
  }

  @Test
  void readsTheSamplesWhenANameIsInAnotherEncodingThanDeclared() {
    String text = new String(AecgText.of(ONE_SECOND), StandardCharsets.UTF_8);
    byte[] content = text.replace("Nobody", "无名").getBytes(Charset.forName("GBK"));

    Given.assertSame(read(content, EcgFormat.AECG), ONE_SECOND);
  }

  @Test
  void showsTheRhythmBeforeTheRepresentativeBeat() {
    String beat =
        AecgText.series("REPRESENTATIVE_BEAT", NOW, SyntheticEcg.of(500, 300), List.of("I"));
    String rhythm = AecgText.series("RHYTHM", NOW, ONE_SECOND, ONE_SECOND.names());

    EcgWaveform waveform = read(utf8(AecgText.document(beat + rhythm)), EcgFormat.AECG);

    Given.assertSame(waveform, ONE_SECOND);
    assertThat(codes(waveform)).isEmpty();
    assertThat(codes(read(utf8(AecgText.document(beat)), EcgFormat.AECG)))
        .contains(EcgWarningCode.REPRESENTATIVE_BEAT, EcgWarningCode.LEADS_MISSING);
  }

  @Test
  void passesOverBeatsDerivedWithinASeries() {
    String beat = AecgText.set(NOW, SyntheticEcg.of(500, 300), List.of("I", "V1"));
    String rhythm =
        AecgText.series("RHYTHM", NOW, ONE_SECOND, ONE_SECOND.names())
            .replace(
                "</series>",
                "<derivation><derivedSeries><code code=\"REPRESENTATIVE_BEAT\"/>"
                    + beat
                    + "</derivedSeries></derivation></series>");

    Given.assertSame(read(utf8(AecgText.document(rhythm)), EcgFormat.AECG), ONE_SECOND);
  }

  @Test
  void keepsWhereEachSetBegins() {
    String sets =
        AecgText.set("20260102030407.500", ONE_SECOND, List.of("V1", "V2", "V3"))
            + AecgText.set("20260102030405.000", ONE_SECOND, List.of("I", "II", "III"));
    String series = AecgText.series("RHYTHM", "20260102030405", ONE_SECOND, List.of());

    EcgWaveform waveform =
        read(
            utf8(AecgText.document(series.replace("</series>", sets + "</series>"))),
            EcgFormat.AECG);

    assertThat(waveform.findLead("III").orElseThrow().startSeconds()).isZero();
    assertThat(waveform.findLead("V3").orElseThrow().startSeconds()).isEqualTo(2.5);
    assertThat(waveform.localTime()).isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
  }

  @Test
  void takesTheLongerOfALeadThatComesTwice() {
    String series =
        AecgText.series("RHYTHM", NOW, ONE_SECOND, ONE_SECOND.names())
            .replace("</series>", AecgText.set(NOW, TEN_SECONDS, List.of("II")) + "</series>");

    EcgWaveform waveform = read(utf8(AecgText.document(series)), EcgFormat.AECG);

    assertThat(waveform.findLead("II").orElseThrow().length()).isEqualTo(5_000);
    assertThat(codes(waveform)).containsExactly(EcgWarningCode.LEAD_REPEATED);
  }

  @Test
  void addsTheOriginAndTurnsUnits() {
    EcgWaveform waveform =
        read(
            utf8(
                one("100 -200 300")
                    .replace("origin value=\"0\"", "origin value=\"25\"")
                    .replace("2.5\" unit=\"uV\"", "0.0025\" unit=\"mV\"")),
            EcgFormat.AECG);

    assertThat(waveform.leads().get(0).nanovoltsAt(0)).isEqualTo(275_000);
    assertThat(waveform.leads().get(0).nanovoltsAt(1)).isEqualTo(-475_000);
  }

  @Test
  void rescalesWhatSixteenBitsDoNotHold() {
    EcgWaveform waveform = read(utf8(one("100000 -32768 10 0")), EcgFormat.AECG);

    assertThat(waveform.leads().get(0).nanovoltsPerUnit()).isEqualTo(10_000);
    assertThat(waveform.leads().get(0).nanovoltsAt(0)).isEqualTo(250e6);
    assertThat(waveform.leads().get(0).nanovoltsAt(1)).isEqualTo(-81.92e6);
    assertThat(codes(waveform)).contains(EcgWarningCode.AMPLITUDE_IMPLAUSIBLE);
  }

  @Test
  void keepsDecimals() {
    EcgWaveform waveform = read(utf8(one("0.5 -1.25 3e1 NaN 7")), EcgFormat.AECG);

    assertThat(waveform.leads().get(0).nanovoltsPerUnit()).isEqualTo(25);
    assertThat(waveform.leads().get(0).nanovoltsAt(1)).isEqualTo(-3_125);
    assertThat(waveform.leads().get(0).nanovoltsAt(2)).isEqualTo(75_000);
    assertThat(waveform.leads().get(0).nanovoltsAt(3)).isNaN();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThat(refusal(EcgFiles.read(utf8(one("1 2 x 4")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.DAMAGED);
    assertThat(refusal(EcgFiles.read(utf8(one("1 - 4")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.DAMAGED);
    assertThat(refusal(EcgFiles.read(utf8(one("1 9999999999999999999 4")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.DAMAGED);
  }

  @Test
  void refusesWithoutScaleOrRate() {
    String text = one("1 2 3");
    assertThat(
            refusal(
                EcgFiles.read(utf8(text.replace("value=\"2.5\"", "value=\"0\"")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.SCALE_UNUSABLE);
    assertThat(refusal(EcgFiles.read(utf8(text.replace("0.002", "0")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.RATE_UNUSABLE);
    assertThat(refusal(EcgFiles.read(utf8(text.replace("0.002", "0.00001")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.RATE_UNUSABLE);
    assertThat(refusal(EcgFiles.read(utf8(AecgText.document("")), EcgFormat.AECG)))
        .isEqualTo(EcgFault.NO_LEADS);
  }

  private static String one(String digits) {
    String series = AecgText.series("RHYTHM", NOW, ONE_SECOND, List.of());
    return AecgText.document(
        series.replace(
            "</sequenceSet>", AecgText.sequence("MDC_ECG_LEAD_V2", digits) + "</sequenceSet>"));
  }
}
