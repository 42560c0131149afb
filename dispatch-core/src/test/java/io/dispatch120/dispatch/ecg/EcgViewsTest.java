package io.dispatch120.dispatch.ecg;

import static io.dispatch120.dispatch.ecg.Given.ONE_SECOND;
import static io.dispatch120.dispatch.ecg.Given.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgLeadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.codec.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcgViewsTest {
  @Test
  void derivesTheLimbLeadsThatAreMissing() {
    String series =
        AecgText.series("RHYTHM", "20260102030405", ONE_SECOND, List.of("V1", "II", "I", "aVF"));
    EcgWaveformView view =
        EcgViews.view(
            read(AecgText.document(series).getBytes(StandardCharsets.UTF_8), EcgFormat.AECG));

    assertThat(view.leads())
        .extracting(EcgLeadView::name)
        .containsExactly("I", "II", "III", "aVR", "aVL", "aVF", "V1");
    assertThat(view.leads())
        .extracting(EcgLeadView::derived)
        .containsExactly(null, null, true, true, true, null, null);
    for (EcgLeadView lead : view.leads()) {
      assertThat(nanovolts(lead)).as(lead.name()).containsExactly(expected(lead.name()));
    }
  }

  @Test
  void leavesGapsInWhatFollowsFromAGap() {
    byte[] csv = "#rate=500\n#unit=uV\nI,II\n1,\n4,2\n".getBytes(StandardCharsets.UTF_8);
    EcgLeadView third = EcgViews.view(read(csv, EcgFormat.CSV)).leads().get(2);

    assertThat(third.name()).isEqualTo("III");
    assertThat(nanovolts(third)[0]).isEqualTo(-32_768 * third.nanovoltsPerUnit());
    assertThat(nanovolts(third)[1]).isEqualTo(-2_000);
  }

  @Test
  void isWrittenAsTheContractSays() throws Exception {
    EcgWaveformView view =
        EcgViews.view(
            read(
                AecgText.document(
                        AecgText.series("RHYTHM", "202601020304", ONE_SECOND, List.of("I", "II")))
                    .getBytes(StandardCharsets.UTF_8),
                EcgFormat.AECG));
    JsonNode json = Json.wire().readTree(Json.wire().writeValueAsBytes(view));

    assertThat(json.get("format").asText()).isEqualTo("aecg");
    assertThat(json.get("localTime").asText()).isEqualTo("2026-01-02T03:04:00");
    assertThat(json.has("recordedAt")).isFalse();
    assertThat(json.get("sampleRateHz").asInt()).isEqualTo(500);
    assertThat(json.get("sex").asText()).isEqualTo("male");
    assertThat(json.get("ageYears").asInt()).isEqualTo(61);
    assertThat(json.get("leads").get(0).has("derived")).isFalse();
    assertThat(json.get("leads").get(2).get("derived").asBoolean()).isTrue();
    assertThat(json.get("warnings").get(0).get("code").asText()).isEqualTo("leads_missing");
    assertThat(json.toString()).doesNotContain("Nobody").doesNotContain("SYN-1");
  }

  private static double[] expected(String lead) {
    short[] samples = ONE_SECOND.get(lead);
    double[] nanovolts = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      nanovolts[i] = samples[i] * (double) SyntheticEcg.NANOVOLTS;
    }
    return nanovolts;
  }

  private static double[] nanovolts(EcgLeadView lead) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(lead.samples())).order(ByteOrder.LITTLE_ENDIAN);
    double[] nanovolts = new double[bytes.remaining() / 2];
    for (int i = 0; i < nanovolts.length; i++) {
      nanovolts[i] = bytes.getShort() * lead.nanovoltsPerUnit();
    }
    return nanovolts;
  }
}
