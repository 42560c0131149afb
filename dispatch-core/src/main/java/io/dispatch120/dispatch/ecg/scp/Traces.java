package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * A section of samples, 5 or 6: some bytes for each lead.
 *
 * @param nanovolts of one unit
 * @param stepMicros between samples
 * @param differences 0, 1 or 2
 * @param flag of section 6: whether compression is bimodal
 */
record Traces(int nanovolts, int stepMicros, int differences, int flag, List<Block> parts) {
  private static final int HEAD = 6;

  static Traces of(Block section, int leads) throws EcgUnreadable {
    int nanovolts = section.u16(0);
    int stepMicros = section.u16(2);
    if (nanovolts == 0) {
      throw new EcgUnreadable(
          EcgFault.SCALE_UNUSABLE,
          "The SCP-ECG file does not say what a unit is in volts: export the ECG as PDF.");
    }
    if (stepMicros == 0) {
      throw new EcgUnreadable(
          EcgFault.RATE_UNUSABLE,
          "The SCP-ECG file does not say how many samples make a second: export it as PDF.");
    }
    List<Block> parts = new ArrayList<>();
    int at = HEAD + 2 * leads;
    for (int i = 0; i < leads; i++) {
      int length = section.u16(HEAD + 2 * i);
      parts.add(section.part(at, length));
      at += length;
    }
    return new Traces(nanovolts, stepMicros, section.u8(4), section.u8(5), List.copyOf(parts));
  }

  Block data(int lead) {
    return parts.get(lead);
  }
}
