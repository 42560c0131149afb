package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.HospitalId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of hospitals at one moment: who is to be told there, and what they can do. */
public interface HospitalBook {
  HospitalBook EMPTY = id -> Optional.empty();

  Optional<Entry> find(HospitalId id);

  /**
   * @param ladder level by level; empty when nobody is named
   * @param services what it surely can do at this hour, such as {@code pci_24x7}
   */
  record Entry(HospitalId id, List<Rung> ladder, Set<String> services) {
    public Entry {
      ladder = List.copyOf(ladder);
      services = Set.copyOf(services);
    }
  }
}
