package io.dispatch120.dispatch.api;

/** The bytes of an ECG's file, or of its waveform as JSON. Not changed by anybody. */
public final class EcgContent {
  private final String contentType;
  private final byte[] bytes;

  /**
   * @param bytes not copied: they may be megabytes
   */
  public EcgContent(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  public String contentType() {
    return contentType;
  }

  /** Not a copy; to be read only. */
  public byte[] bytes() {
    return bytes;
  }
}
