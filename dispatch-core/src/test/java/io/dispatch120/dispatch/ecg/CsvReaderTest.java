package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.TEN_SECONDS;
import static io.dispatch120.dispatch.ecg.Given.codes;
import static io.dispatch120.dispatch.ecg.Given.read;
import static io.dispatch120.dispatch.ecg.Given.refusal;
import static io.dispatch120.dispatch.ecg.Given.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  private static final String TWELVE = "I,II,III,aVR,aVL,aVF,V1,V2,V3,V4,V5,V6\n";
  private static final String ROW = "1,-2,3,4,5,6,7,8,9,10,11,120\n";

  @Test
  void readsBackWhatWasWritten() {
    EcgWaveform waveform = read(CsvLines.of(TEN_SECONDS), EcgFormat.CSV);

    Given.assertSame(waveform, TEN_SECONDS);
    assertThat(waveform.recordedAt()).isEqualTo(Instant.parse("2026-01-01T19:04:05Z"));
    assertThat(waveform.subject().sex()).isEqualTo(Sex.MALE);
    assertThat(waveform.subject().ageYears()).isEqualTo(61);
    assertThat(waveform.device()).isEqualTo("Synthetic Generator");
    assertThat(waveform.warnings()).isEmpty();
  }

  @Test
  void takesTwelveColumnsInTheUsualOrderAndSaysWhatItAssumed() {
    EcgWaveform waveform = read(utf8(ROW + ROW + "0,0,0,0,0,0,0,0,0,0,0,0\n"), EcgFormat.CSV);

    assertThat(waveform.findLead("V6").orElseThrow().nanovoltsAt(0)).isEqualTo(120_000);
    assertThat(waveform.sampleRateHz()).isEqualTo(500);
    assertThat(codes(waveform))
        .containsExactly(EcgWarningCode.RATE_ASSUMED, EcgWarningCode.UNIT_ASSUMED);
  }

  @Test
  void takesThirteenColumnsAsTimeAndTwelve() {
    EcgWaveform waveform = read(utf8("0," + ROW + "4," + ROW + "8," + ROW), EcgFormat.CSV);

    assertThat(waveform.sampleRateHz()).isEqualTo(250);
    assertThat(codes(waveform))
        .contains(EcgWarningCode.TIME_UNIT_ASSUMED)
        .doesNotContain(EcgWarningCode.RATE_ASSUMED);
  }

  @Test
  void readsSemicolonsWithDecimalCommas() {
    String text = "Zeit;I (mV);II [mV]\n0;0,5;-1,25\n1;0,75;2\n".replace("Zeit", "time_ms");
    EcgWaveform waveform = read(utf8(text), EcgFormat.CSV);

    assertThat(waveform.sampleRateHz()).isEqualTo(1_000);
    assertThat(waveform.leads().get(1).nanovoltsAt(0)).isEqualTo(-1.25e6);
    assertThat(waveform.leads().get(0).nanovoltsAt(1)).isEqualTo(0.75e6);
  }

  @Test
  void readsWhatSpreadsheetsWrite() {
    byte[] content =
        "\ufeffsep=;\r\n\"时间 (ms)\"\t\"V1 (µV)\"\r\n0\t\"1,5\"\r\n2\t\r\n4\t3\r\n"
            .replace("sep=;\r\n", "")
            .getBytes(StandardCharsets.UTF_16LE);
    EcgWaveform waveform = read(content, EcgFormat.CSV);

    assertThat(waveform.sampleRateHz()).isEqualTo(500);
    assertThat(waveform.leads().get(0).nanovoltsAt(0)).isEqualTo(1_500);
    assertThat(waveform.leads().get(0).at(1)).isEqualTo(EcgLead.MISSING);
    assertThat(codes(waveform)).contains(EcgWarningCode.SAMPLES_MISSING);
  }

  @Test
  void readsChineseWordsInTheirOwnEncoding() {
    byte[] content =
        "采样率,250\n性别,女\n序号,I导联,II导联\n1,100,0\n2,0,100\n".getBytes(Charset.forName("GBK"));
    EcgWaveform waveform = read(content, EcgFormat.CSV);

    assertThat(waveform.sampleRateHz()).isEqualTo(250);
    assertThat(waveform.subject().sex()).isEqualTo(Sex.FEMALE);
    assertThat(waveform.leads()).extracting(EcgLead::name).containsExactly("I", "II");
  }

  @Test
  void readsARowOfUnits() {
    EcgWaveform waveform =
        read(utf8("time,I,II\ns,mV,mV\n0,0.1,0.2\n0.002,0.1,0.3\n"), EcgFormat.CSV);

    assertThat(waveform.leads().get(1).nanovoltsAt(1)).isEqualTo(0.3e6);
    assertThat(codes(waveform)).doesNotContain(EcgWarningCode.UNIT_ASSUMED);
  }

  @Test
  void judgesMillivoltsByTheirSpanNotTheirOffset() {
    EcgWaveform waveform = read(utf8("#fs: 500 Hz\nV2\n150.1\n151.2\n150.0\n"), EcgFormat.CSV);

    assertThat(waveform.leads().get(0).nanovoltsAt(1)).isCloseTo(151.2e6, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(10_000.0);
  }

  @Test
  void keepsGapsOfTime() {
    StringBuilder text = new StringBuilder("time (ms),I (uV)\n");
    for (int i = 0; i < 100; i++) {
      text.append(i < 50 ? 2 * i : 2 * i + 40).append(',').append(i).append('\n');
    }
    EcgWaveform waveform = read(utf8(text.toString()), EcgFormat.CSV);

    EcgLead lead = waveform.leads().get(0);
    assertThat(waveform.sampleRateHz()).isEqualTo(500);
    assertThat(lead.length()).isEqualTo(120);
    assertThat(lead.at(49)).isEqualTo((short) 49);
    assertThat(lead.at(50)).isEqualTo(EcgLead.MISSING);
    assertThat(lead.at(70)).isEqualTo((short) 50);
    assertThat(codes(waveform)).contains(EcgWarningCode.SAMPLES_MISSING);
  }

  @Test
  void findsTheRateOfRoundedTimes() {
    StringBuilder text = new StringBuilder("time (s),I (uV)\n");
    for (int i = 0; i < 3_000; i++) {
      text.append(Math.round(i * 1000 / 300.0) / 1000.0).append(",0\n");
    }
    assertThat(read(utf8(text.toString()), EcgFormat.CSV).sampleRateHz()).isEqualTo(300);
  }

  @Test
  void refusesTimesThatDoNotRise() {
    assertThat(refusal(csv("time (s),I\n0,1\n0.002,2\n0.001,3\n0.3,4\n")))
        .isEqualTo(EcgFault.DAMAGED);
    assertThat(refusal(csv("time (s),I\n0,1\n,2\n0.004,3\n"))).isEqualTo(EcgFault.DAMAGED);
  }

  @Test
  void leavesOutALastRowThatWasCutOff() {
    EcgWaveform waveform = read(utf8("#rate=500\n" + TWELVE + ROW + ROW + "1,2,3"), EcgFormat.CSV);

    assertThat(waveform.leads().get(0).length()).isEqualTo(2);
    assertThat(codes(waveform)).contains(EcgWarningCode.ROW_INCOMPLETE);
  }

  @Test
  void refusesWhatIsNoNumberAndSaysWhere() {
    assertThat(refusal(csv(TWELVE + ROW + ROW.replace("-2", "abc")))).isEqualTo(EcgFault.DAMAGED);
    assertThat(refusal(csv("I,II\n0,5,1,5\n0,5,1,6\n"))).isEqualTo(EcgFault.DAMAGED);
  }

  @Test
  void namesNoLeadsByGuessing() {
    assertThat(refusal(csv("time,x,y,z\n0,1,2,3\n"))).isEqualTo(EcgFault.UNKNOWN_FORMAT);
    assertThat(refusal(csv("a,b,c\n1,2,3\n"))).isEqualTo(EcgFault.UNKNOWN_FORMAT);
    assertThat(refusal(csv(TWELVE.replaceAll("[IVa-z]+", "q") + ROW)))
        .isEqualTo(EcgFault.UNKNOWN_FORMAT);
  }

  @Test
  void leavesOutColumnsThatAreNoLeads() {
    EcgWaveform waveform = read(utf8("#rate=500\nI (uV),note\n1,x\n2,y\n"), EcgFormat.CSV);

    assertThat(waveform.leads()).hasSize(1);
    assertThat(codes(waveform)).contains(EcgWarningCode.COLUMN_LEFT_OUT);
  }

  @Test
  void refusesAMillionColumns() {
    assertThat(refusal(csv("I,".repeat(1_000_000) + "\n"))).isEqualTo(EcgFault.TOO_MANY_LEADS);
    assertThat(refusal(csv("1,".repeat(1_000_000) + "\n"))).isEqualTo(EcgFault.TOO_MANY_LEADS);
  }

  private static io.dispatch120.dispatch.ecg.wave.EcgResult<EcgWaveform> csv(String text) {
    return EcgFiles.read(utf8(text), EcgFormat.CSV);
  }
}
