package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.api.EcgLeadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import io.dispatch120.dispatch.ecg.wave.LeadNames;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From a waveform to what clients draw. */
public final class EcgViews {
  private EcgViews() {}

  /** With the limb leads that can be computed. Linear in the samples. */
  public static EcgWaveformView view(EcgWaveform waveform) {
    List<EcgLead> leads = new ArrayList<>(waveform.leads());
    Set<String> derived = new HashSet<>();
    for (EcgLead lead : LimbLeads.derive(waveform)) {
      leads.add(lead);
      derived.add(lead.name());
    }
    leads.sort(Comparator.comparingInt((EcgLead lead) -> LeadNames.rank(lead.name())));
    List<EcgLeadView> views = new ArrayList<>();
    for (EcgLead lead : leads) {
      views.add(
          new EcgLeadView(
              lead.name(),
              lead.startSeconds(),
              lead.nanovoltsPerUnit(),
              lead.base64(),
              derived.contains(lead.name()) ? true : null));
    }
    LocalDateTime clock = waveform.localTime();
    return new EcgWaveformView(
        waveform.format(),
        waveform.recordedAt(),
        clock == null ? null : clock.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
        waveform.sampleRateHz(),
        waveform.device(),
        waveform.subject().sex(),
        waveform.subject().ageOn(waveform.recordedOn()),
        List.copyOf(views),
        waveform.warnings());
  }
}
