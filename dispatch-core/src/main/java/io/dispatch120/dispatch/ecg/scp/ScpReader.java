package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;

/**
 * Reads SCP-ECG, versions 1.3 to 3.0, as far as the rhythm needs it: plain or Huffman-coded
 * samples, with the standard's table or the file's; first and second differences; bimodal
 * compression; reference beats. Measurements and statements are not read. Linear in the size.
 */
public final class ScpReader {
  private ScpReader() {}

  /** Whether it begins like SCP-ECG. Constant time. */
  public static boolean recognizes(byte[] content) {
    return Sections.recognizes(content);
  }

  /** The waveform of a file. */
  public static EcgWaveform read(byte[] content) throws EcgUnreadable {
    EcgDraft draft = new EcgDraft(EcgFormat.SCP);
    Sections sections = Sections.of(content, draft);
    Facts.putInto(draft, sections.find(Sections.FACTS));
    new Rhythm(sections).putInto(draft);
    return draft.finish();
  }
}
