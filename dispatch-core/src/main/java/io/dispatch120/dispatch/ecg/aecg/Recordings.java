package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of a file's series is shown: the first that holds the rhythm, else the
 * representative beat, and says so.
 */
final class Recordings {
  /** A file holds a rhythm and a beat, perhaps some more of each. */
  private static final int MAX_SERIES = 64;

  private final EcgDraft draft;
  private @Nullable String documentTime;

  Recordings(EcgDraft draft) {
    this.draft = draft;
  }

  void documentTime(String written) {
    documentTime = written;
  }

  void unitMissing() {
    draft.warn(
        EcgWarningCode.UNIT_ASSUMED, "The file does not say its unit; microvolts were taken.");
  }

  void limit(List<Series> found) throws EcgUnreadable {
    if (found.size() > MAX_SERIES) {
      throw new EcgUnreadable(
          EcgFault.TOO_LONG,
          "The aECG file holds more than " + MAX_SERIES + " recordings: export one of them.");
    }
  }

  void putIn(List<Series> found) throws EcgUnreadable {
    Series chosen = null;
    int rhythms = 0;
    for (Series series : found) {
      if (!series.hasLeads()) {
        continue;
      }
      boolean better = chosen == null || (chosen.isRepresentative() && !series.isRepresentative());
      chosen = better ? series : chosen;
      rhythms += series.isRepresentative() ? 0 : 1;
    }
    if (chosen == null) {
      return;
    }
    if (chosen.isRepresentative()) {
      draft.warn(
          EcgWarningCode.REPRESENTATIVE_BEAT,
          "The file holds one typical beat, not the rhythm as it was recorded.");
    }
    if (rhythms > 1) {
      draft.warn(
          EcgWarningCode.SEVERAL_RECORDINGS,
          "The file holds " + rhythms + " recordings; the first is shown.");
    }
    time(chosen);
    leads(chosen);
  }

  private void time(Series series) {
    Hl7Time begins = series.beginning();
    if (begins == null && documentTime != null) {
      begins = Hl7Time.find(documentTime);
      if (begins == null) {
        draft.warn(EcgWarningCode.TIME_UNREADABLE, "The time of the recording cannot be read.");
      }
    }
    if (begins != null) {
      draft.localTime(begins.local());
      draft.recordedAt(begins.zone() == null ? null : begins.local().toInstant(begins.zone()));
    }
  }

  private void leads(Series series) throws EcgUnreadable {
    double step = series.sets().get(0).stepSeconds();
    draft.rate(1 / step);
    for (Series.Set set : series.sets()) {
      for (EcgLead lead : set.leads()) {
        if (Math.abs(set.stepSeconds() - step) > step * 1e-3) {
          draft.warn(
              EcgWarningCode.LEAD_LEFT_OUT,
              "Lead "
                  + lead.name()
                  + " was recorded at another rate and is not shown: ask for a PDF.");
        } else {
          draft.add(lead.startingAt(Math.max(0, series.startSeconds(set))));
        }
      }
    }
  }
}
