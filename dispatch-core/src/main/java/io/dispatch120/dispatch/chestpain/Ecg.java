package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.MilestoneSource;
import java.time.Instant;

/**
 * An electrocardiogram that is here as a whole.
 *
 * @param source who sent it: only a crew's counts as transmitted from the ambulance
 * @param withdrawn it belongs to somebody else, or is of no use
 */
public record Ecg(
    EcgFile file, Instant receivedAt, MilestoneSource source, long seq, boolean withdrawn) {

  public Ecg withdrawnNow() {
    return new Ecg(file, receivedAt, source, seq, true);
  }
}
