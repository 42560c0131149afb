package io.dispatch120.dispatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hospital as a crew needs it to name one without a network.
 *
 * @param capabilities codes such as {@code pci_24x7}, at whatever hours
 */
public record CrewHospitalView(
    HospitalId id, String name, @Nullable String accreditation, List<String> capabilities) {
  public CrewHospitalView {
    capabilities = List.copyOf(capabilities);
  }
}
