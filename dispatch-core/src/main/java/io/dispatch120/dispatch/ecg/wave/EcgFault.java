package io.dispatch120.dispatch.ecg.wave;

/** Why a file is not taken as an ECG, for programs. */
public enum EcgFault {
  EMPTY,
  TOO_LARGE,
  /** Nothing says what it is. */
  UNKNOWN_FORMAT,
  /** It is known what it is, and that it is not read, such as HEIC or DICOM. */
  FORMAT_NOT_READ,
  /** It ends too early. */
  TRUNCATED,
  /** It contradicts itself or its format. */
  DAMAGED,
  /** Document types and entities, which an ECG has no use for. */
  XML_NOT_ALLOWED,
  TOO_MANY_LEADS,
  /** More samples, seconds or pixels than are read. */
  TOO_LONG,
  /** There is no lead in it. */
  NO_LEADS,
  /** How many samples make a second is not said, or impossible. */
  RATE_UNUSABLE,
  /** What a sample is in volts is not said, or impossible. */
  SCALE_UNUSABLE,
  /** A way of its format that is not read. */
  NOT_SUPPORTED
}
