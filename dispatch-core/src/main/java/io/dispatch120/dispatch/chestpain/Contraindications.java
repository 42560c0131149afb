package io.dispatch120.dispatch.chestpain;

/** What the checklist of thrombolysis came to. */
public enum Contraindications {
  NONE,
  /** To be weighed by a physician. */
  RELATIVE,
  /** Never. */
  ABSOLUTE,
  /** Not all has been asked, and nothing that was asked forbids it: no permission. */
  NOT_ANSWERED
}
