package io.dispatch120.dispatch.api;

import java.util.Locale;

/** What a hospital is warned of. */
public enum PreAlertKind {
  CHEST_PAIN,
  STROKE,
  TRAUMA,
  OBSTETRIC,
  NEONATAL;

  /** As in the contract, like {@code chest_pain}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
