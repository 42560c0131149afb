package io.dispatch120.dispatch.ecg;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes HL7 aECG. */
final class AecgText {
  private AecgText() {}

  static byte[] of(SyntheticEcg ecg) {
    return document(series("RHYTHM", "20260102030405.000+0800", ecg, ecg.names()))
        .getBytes(StandardCharsets.UTF_8);
  }

  static String document(String series) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <id root="00000000-0000-0000-0000-000000000000"/>
        <code code="93000" codeSystem="2.16.840.1.113883.6.12"/>
        <effectiveTime><low value="20260102030405"/></effectiveTime>
        <componentOf><timepointEvent><componentOf><subjectAssignment><subject><trialSubject>
        <id root="1.2.3" extension="SYN-1"/>
        <subjectDemographicPerson><name><given>Nobody</given><family>Synthetic</family></name>
        <administrativeGenderCode code="M"/><birthTime value="19640501"/>
        </subjectDemographicPerson>
        </trialSubject></subject></subjectAssignment></componentOf></timepointEvent></componentOf>
        """
        + series
        + "</AnnotatedECG>\n";
  }

  static String series(String code, String low, SyntheticEcg ecg, List<String> leads) {
    return """
        <component><series>
        <code code="%s" codeSystem="2.16.840.1.113883.5.4"/>
        <effectiveTime><low value="%s"/></effectiveTime>
        <author><seriesAuthor><manufacturedSeriesDevice>
        <manufacturerModelName>Generator</manufacturerModelName>
        </manufacturedSeriesDevice><manufacturerOrganization><name>Synthetic</name>
        </manufacturerOrganization></seriesAuthor></author>
        %s</series></component>
        """
        .formatted(code, low, set(low, ecg, leads));
  }

  static String set(String head, SyntheticEcg ecg, List<String> leads) {
    StringBuilder text = new StringBuilder("<component><sequenceSet>\n");
    text.append(
        """
        <component><sequence><code code="TIME_ABSOLUTE"/><value xsi:type="GLIST_TS">
        <head value="%s"/><increment value="%s" unit="s"/></value></sequence></component>
        """
            .formatted(head, 1.0 / ecg.rate()));
    for (String lead : leads) {
      text.append(sequence("MDC_ECG_LEAD_" + lead.toUpperCase(Locale.ROOT), digits(ecg.get(lead))));
    }
    return text.append("</sequenceSet></component>\n").toString();
  }

  static String sequence(String code, String digits) {
    return """
        <component><sequence><code code="%s"/><value xsi:type="SLIST_PQ">
        <origin value="0" unit="uV"/><scale value="2.5" unit="uV"/>
        <digits>%s</digits></value></sequence></component>
        """
        .formatted(code, digits);
  }

  static String digits(short[] samples) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < samples.length; i++) {
      text.append(samples[i]).append(i % 20 == 19 ? '\n' : ' ');
    }
    return text.toString();
  }
}
