package io.dispatch120.dispatch.api;

/** What the caller says is wrong (主诉). */
public enum Complaint {
  CARDIAC_ARREST,
  CHEST_PAIN,
  STROKE,
  BREATHING,
  UNCONSCIOUS,
  SEIZURE,
  BLEEDING,
  TRAUMA_TRAFFIC,
  TRAUMA_FALL,
  TRAUMA_OTHER,
  BURN,
  POISONING,
  OBSTETRIC,
  PAEDIATRIC,
  ALLERGIC,
  DIABETIC,
  PSYCHIATRIC,
  MASS_CASUALTY,
  TRANSFER,
  OTHER
}
