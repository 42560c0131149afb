package io.dispatch120.dispatch.api;

/** In what form an ECG came. */
public enum EcgFormat {
  /** A picture: JPEG or PNG. */
  IMAGE,
  PDF,
  /** HL7 annotated ECG, XML. */
  AECG,
  /** SCP-ECG: EN 1064, ISO 11073-91064. */
  SCP,
  /** Columns of samples as text. */
  CSV;

  /** Whether it holds samples, so that it can be drawn; a picture and a PDF are only shown. */
  public boolean hasWaveform() {
    return this == AECG || this == SCP || this == CSV;
  }
}
