package io.dispatch120.dispatch.api;

/** How the vessel is to be opened, or that the patient is taken there without a choice to make. */
public enum Strategy {
  PRIMARY_PCI,
  THROMBOLYSIS_THEN_TRANSFER,
  DIRECT
}
