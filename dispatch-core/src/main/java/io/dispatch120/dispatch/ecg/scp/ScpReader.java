package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;

/** Reads SCP-ECG. */
public final class ScpReader {
  private ScpReader() {}

  /** Whether it begins like SCP-ECG. */
  public static boolean recognizes(byte[] content) {
    return false;
  }

  public static EcgWaveform read(byte[] content) throws EcgUnreadable {
    throw new EcgUnreadable(EcgFault.NOT_SUPPORTED, "SCP-ECG is not read.");
  }
}
