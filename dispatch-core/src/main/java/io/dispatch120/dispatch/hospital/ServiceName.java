package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.PreAlertKind;
import java.util.Set;

/** What hospitals can do, by the names of the catalogue. */
public final class ServiceName {
  public static final String PCI = "pci_24x7";
  public static final String THROMBOLYSIS = "thrombolysis";
  public static final String AORTIC_SURGERY = "aortic_surgery";

  /** Every name that advice goes by; a catalogue may have others beside. */
  public static final Set<String> ALL =
      Set.of(PCI, THROMBOLYSIS, AORTIC_SURGERY, "stroke", "trauma", "obstetric", "neonatal");

  private ServiceName() {}

  /** What a patient of this kind needs; of chest pain it depends on the diagnosis. */
  public static String of(PreAlertKind kind) {
    return kind == PreAlertKind.CHEST_PAIN ? PCI : kind.code();
  }
}
