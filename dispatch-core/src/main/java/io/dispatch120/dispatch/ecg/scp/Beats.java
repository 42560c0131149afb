package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where beats are: section 4. All numbers are of samples at the full rate, from 1.
 *
 * @param lengthMillis of the reference beat
 * @param fiducial number of the reference beat's sample that lies on each beat's own
 * @param zones where the reference beat was taken out, rising
 * @param kept where samples were left at the full rate, rising
 */
record Beats(int lengthMillis, int fiducial, List<Zone> zones, List<Zone> kept) {
  /**
   * From one sample to another.
   *
   * @param fiducial of the beat in it
   */
  record Zone(long first, long fiducial, long last) {}

  private static final int HEAD = 6;
  private static final int ZONE = 14;
  private static final int KEPT = 8;

  static Beats of(Block section) throws EcgUnreadable {
    int count = section.u16(4);
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = HEAD + i * ZONE;
      // Only beats of type 0 are like the reference beat.
      if (section.u16(at) == 0) {
        zones.add(new Zone(section.u32(at + 2), section.u32(at + 6), section.u32(at + 10)));
      }
    }
    List<Zone> kept = new ArrayList<>();
    int from = HEAD + count * ZONE;
    for (int i = 0; i < count && from + (i + 1) * KEPT <= section.length(); i++) {
      int at = from + i * KEPT;
      long first = section.u32(at);
      long last = section.u32(at + 4);
      if (first > 0 && last >= first) {
        kept.add(new Zone(first, first, last));
      }
    }
    requireRising(zones);
    requireRising(kept);
    return new Beats(section.u16(0), section.u16(2), List.copyOf(zones), List.copyOf(kept));
  }

  /** Beats follow each other; besides, it keeps the work linear, whatever the file says. */
  private static void requireRising(List<Zone> zones) throws EcgUnreadable {
    long before = 0;
    for (Zone zone : zones) {
      if (zone.last() < zone.first()) {
        continue;
      }
      if (zone.first() <= before) {
        throw new EcgUnreadable(
            EcgFault.DAMAGED,
            "The beats of the SCP-ECG file overlap: send it again, or export the ECG as PDF.");
      }
      before = zone.last();
    }
  }
}
