package io.dispatch120.dispatch.ecg;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample files of {@code src/test/resources/ecg}; {@link #main} makes them again. */
class SampleFilesTest {
  private static final int SMALL = 200_000;

  @ParameterizedTest
  @CsvSource({"xml, AECG", "scp, SCP", "csv, CSV"})
  void holdTheSameEcg(String ending, EcgFormat format) throws IOException {
    byte[] content = sample(ending);

    assertThat(content.length).isLessThan(SMALL);
    assertThat(Given.identify(content).format()).isEqualTo(format);
    EcgWaveform waveform = Given.read(content, format);
    Given.assertSame(waveform, SyntheticEcg.of(500, waveform.leads().get(0).length()));
    assertThat(waveform.leads().get(0).length()).isGreaterThanOrEqualTo(1_250);
    assertThat(waveform.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"png, IMAGE", "pdf, PDF"})
  void areWholeSheets(String ending, EcgFormat format) throws IOException {
    byte[] content = sample(ending);

    assertThat(content.length).isLessThan(SMALL);
    assertThat(Given.identify(content).format()).isEqualTo(format);
    assertThat(Given.identify(content).warnings()).isEmpty();
  }

  /** 80 ms behind the J point, against the line before P: what a doctor measures. */
  @Test
  void showAnElevationInV2ToV4() throws IOException {
    EcgWaveform waveform = Given.read(sample("scp"), EcgFormat.SCP);

    for (String name : new String[] {"V2", "V3", "V4"}) {
      EcgLead lead = waveform.findLead(name).orElseThrow();
      assertThat(lead.nanovoltsAt(215) - lead.nanovoltsAt(20)).isGreaterThan(0.2e6);
    }
    EcgLead quiet = waveform.findLead("V6").orElseThrow();
    assertThat(Math.abs(quiet.nanovoltsAt(215) - quiet.nanovoltsAt(20))).isLessThan(0.1e6);
  }

  private static byte[] sample(String ending) throws IOException {
    try (InputStream in =
        SampleFilesTest.class.getResourceAsStream("/ecg/stemi-anterior." + ending)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  /** Writes the samples into a directory. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    SyntheticEcg ecg = SyntheticEcg.of(500, 5_000);
    Files.write(directory.resolve("stemi-anterior.xml"), AecgText.of(ecg));
    Files.write(directory.resolve("stemi-anterior.scp"), ScpBytes.of(ecg).bytes());
    Files.write(directory.resolve("stemi-anterior.csv"), CsvLines.of(SyntheticEcg.of(500, 2_000)));
    Files.write(directory.resolve("stemi-anterior.png"), EcgSheet.image(ecg, "png"));
    Files.write(directory.resolve("stemi-anterior.pdf"), EcgSheet.pdf(ecg));
  }
}
