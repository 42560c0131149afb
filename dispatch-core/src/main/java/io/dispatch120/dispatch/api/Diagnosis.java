package io.dispatch120.dispatch.api;

/** What a crew or a cardiologist takes the chest pain for. */
public enum Diagnosis {
  STEMI,
  NSTEMI,
  UNSTABLE_ANGINA,
  AORTIC_DISSECTION,
  PULMONARY_EMBOLISM,
  NON_CARDIAC,
  UNDETERMINED
}
