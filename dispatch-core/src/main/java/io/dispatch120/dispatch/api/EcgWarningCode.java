package io.dispatch120.dispatch.api;

/** What deserves a look in an ECG that could be read, for programs. */
public enum EcgWarningCode {
  /** The file names another sex than the patient's: perhaps another patient's ECG. */
  SEX_DIFFERS,
  /** The file's age is more than three years from the patient's. */
  AGE_DIFFERS,
  /** Recorded more than twelve hours ago. */
  RECORDED_LONG_AGO,
  /** Recorded after now: the device's clock is wrong. */
  RECORDED_IN_FUTURE,
  /** The file says when it was recorded, but nobody can read it. */
  TIME_UNREADABLE,
  /** Sex, age or birth date stand there, but make no sense. */
  FACTS_UNREADABLE,
  /** Of the twelve leads some are neither there nor computable. */
  LEADS_MISSING,
  /** A lead was there more than once; the longest is shown. */
  LEAD_REPEATED,
  /** A lead that cannot be drawn beside the others was left out. */
  LEAD_LEFT_OUT,
  /** A lead is one straight line: an electrode may be off. */
  LEAD_FLAT,
  /** A column that is no lead was left out. */
  COLUMN_LEFT_OUT,
  /** The file does not say how many samples make a second. */
  RATE_ASSUMED,
  /** The file does not say whether it counts microvolts or millivolts. */
  UNIT_ASSUMED,
  /** The file does not say whether its times are seconds or milliseconds. */
  TIME_UNIT_ASSUMED,
  /** Some samples are missing and show as gaps. */
  SAMPLES_MISSING,
  /** The last row was cut off and was left out. */
  ROW_INCOMPLETE,
  /** Not the rhythm as recorded but one typical beat made of it. */
  REPRESENTATIVE_BEAT,
  /** The file holds several recordings; the first is shown. */
  SEVERAL_RECORDINGS,
  /** Beyond what a heart gives: the scale may be wrong. */
  AMPLITUDE_IMPLAUSIBLE,
  /** One of several checksums is not that of the content. */
  CHECKSUM_DIFFERS,
  /** The device wrote no checksums. */
  CHECKSUM_MISSING,
  /** Something stands behind the end of the file. */
  TRAILING_BYTES,
  /** Too few pixels to measure on. */
  PICTURE_SMALL,
  /** Scripts, actions or embedded files; nothing of that kind is run. */
  PDF_ACTIVE_CONTENT,
  /** Encrypted: it may need a password. */
  PDF_ENCRYPTED
}
