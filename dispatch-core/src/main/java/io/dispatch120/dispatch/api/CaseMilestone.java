package io.dispatch120.dispatch.api;

import java.util.Locale;

/**
 * The steps of the chest-pain pathway, named as in the contract and roughly in the order in which
 * they happen; people report them in any order.
 */
public enum CaseMilestone {
  SYMPTOM_ONSET,
  /** The crew's patient contact, or the reception of a unit's own desk: never the call. */
  FIRST_MEDICAL_CONTACT,
  FIRST_ECG,
  /** The whole file is with us. */
  ECG_TRANSMITTED,
  ECG_DIAGNOSIS,
  ANTIPLATELET_LOADING,
  ANTICOAGULATION,
  PRE_ALERT,
  PRE_ALERT_ACCEPTED,
  CONSENT_SIGNED,
  /** 启动导管室. */
  CATH_LAB_ACTIVATED,
  /** 导管室激活. */
  CATH_LAB_READY,
  CATH_LAB_ARRIVAL,
  PUNCTURE,
  WIRE_CROSSING,
  BLOOD_DRAWN,
  TROPONIN_RESULT,
  THROMBOLYSIS_START,
  THROMBOLYSIS_END,
  REPERFUSION_ASSESSMENT,
  ACTIVATION_CANCELLED;

  /** As in the contract, like {@code first_ecg}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
