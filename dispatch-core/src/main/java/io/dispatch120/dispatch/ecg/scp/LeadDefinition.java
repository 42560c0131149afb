package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * A lead as section 3 describes it.
 *
 * @param first number of its first sample, from 1, at the full rate
 * @param last number of its last
 */
record LeadDefinition(String name, int first, int last) {
  private static final int ENTRY = 9;

  /** Names of the standard's codes; what is not here has its code as a name. */
  private static final List<String> FROM_ONE =
      List.of(
          "I", "II", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V2R", "V3R", "V4R", "V5R", "V6R",
          "V7R", "X", "Y", "Z", "CC5", "CM5", "LA", "RA", "LL");

  private static final int SECOND_BLOCK = 61;

  private static final List<String> FROM_61 =
      List.of("III", "aVR", "aVL", "aVF", "-aVR", "V8", "V9", "V8R", "V9R", "D", "A", "J");

  static List<LeadDefinition> list(Block section) throws EcgUnreadable {
    int count = section.u8(0);
    if (count > EcgLimits.MAX_LEADS) {
      throw new EcgUnreadable(
          EcgFault.TOO_MANY_LEADS,
          "There are more than " + EcgLimits.MAX_LEADS + " leads: export the standard twelve.");
    }
    List<LeadDefinition> leads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = 2 + i * ENTRY;
      long first = section.u32(at);
      long last = section.u32(at + 4);
      if (first < 1 || last < first) {
        throw new EcgUnreadable(
            EcgFault.DAMAGED,
            "A lead of the SCP-ECG file ends before it begins: send it again, or export as PDF.");
      }
      if (last > EcgLimits.MAX_LEAD_SAMPLES) {
        throw new EcgUnreadable(
            EcgFault.TOO_LONG,
            "A lead has more than "
                + EcgLimits.MAX_LEAD_SAMPLES
                + " samples: export a shorter part of the recording.");
      }
      leads.add(new LeadDefinition(name(section.u8(at + 8)), (int) first, (int) last));
    }
    return leads;
  }

  /** Whether a reference beat was taken out of the rhythm and has to be put back. */
  static boolean isReduced(Block section) throws EcgUnreadable {
    return (section.u8(1) & 1) != 0;
  }

  int length() {
    return last - first + 1;
  }

  private static String name(int code) {
    if (code >= 1 && code <= FROM_ONE.size()) {
      return FROM_ONE.get(code - 1);
    }
    int second = code - SECOND_BLOCK;
    return second >= 0 && second < FROM_61.size() ? FROM_61.get(second) : "lead" + code;
  }
}
