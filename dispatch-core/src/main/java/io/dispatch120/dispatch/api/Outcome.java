package io.dispatch120.dispatch.api;

/** How an incident ended. */
public enum Outcome {
  TRANSPORTED,
  TREATED_ON_SCENE,
  SELF_TRANSPORTED,
  REFUSED,
  NO_PATIENT,
  UNABLE_TO_LOCATE,
  ADVICE_ONLY,
  DUPLICATE,
  CANCELLED,
  FALSE_CALL,
  DEATH_ON_SCENE,
  HANDED_TO_OTHER_CENTER
}
