package io.dispatch120.dispatch.ecg;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgResult;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of ECG files share. */
final class Given {
  static final SyntheticEcg TEN_SECONDS = SyntheticEcg.of(500, 5_000);
  static final SyntheticEcg ONE_SECOND = SyntheticEcg.of(500, 500);

  private Given() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static EcgWaveform read(byte[] content, EcgFormat format) {
    EcgResult<EcgWaveform> result = EcgFiles.read(content, format);
    assertThat(result).isInstanceOf(EcgResult.Read.class);
    return ((EcgResult.Read<EcgWaveform>) result).value();
  }

  static EcgFile identify(byte[] content) {
    EcgResult<EcgFile> result = EcgFiles.identify(content, null);
    assertThat(result).isInstanceOf(EcgResult.Read.class);
    return ((EcgResult.Read<EcgFile>) result).value();
  }

  static EcgFault refusal(EcgResult<?> result) {
    assertThat(result).isInstanceOf(EcgResult.Refused.class);
    EcgResult.Refused<?> refused = (EcgResult.Refused<?>) result;
    assertThat(refused.refusal().detail()).isNotBlank();
    return refused.refusal().fault();
  }

  static List<EcgWarningCode> codes(EcgWaveform waveform) {
    return waveform.warnings().stream().map(EcgWarning::code).toList();
  }

  /** The same voltages, within one unit of what was written. */
  static void assertSame(EcgWaveform waveform, SyntheticEcg ecg) {
    assertThat(waveform.sampleRateHz()).isEqualTo(ecg.rate());
    assertThat(waveform.leads()).extracting(EcgLead::name).isEqualTo(ecg.names());
    for (EcgLead lead : waveform.leads()) {
      short[] expected = ecg.get(lead.name());
      assertThat(lead.length()).as(lead.name()).isEqualTo(expected.length);
      for (int i = 0; i < expected.length; i++) {
        double off = lead.nanovoltsAt(i) - expected[i] * (double) SyntheticEcg.NANOVOLTS;
        assertThat(Math.abs(off))
            .as(lead.name() + " at " + i)
            .isLessThanOrEqualTo(SyntheticEcg.NANOVOLTS);
      }
    }
  }
}
