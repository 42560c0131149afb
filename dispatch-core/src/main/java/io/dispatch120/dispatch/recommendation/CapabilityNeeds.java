package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.incident.Triage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an incident needs of a unit. Immutable.
 *
 * <p>The table is a project default, for as long as no triage card was answered. It is short on
 * purpose: only where care without a capability misses the point is it needed, because a need holds
 * back nearer units; everywhere else it is preferred, which is shown and never reorders.
 *
 * @param needed without these a unit is not proposed; a dispatcher may still send it
 * @param preferred said of each unit whether it has them
 */
record CapabilityNeeds(Set<Capability> needed, Set<Capability> preferred) {

  private static final CapabilityNeeds ANY_UNIT = needs().prefers();

  private static final Map<Complaint, CapabilityNeeds> BY_COMPLAINT =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Complaint.CARDIAC_ARREST, needs(Capability.ALS).prefers(Capability.ECG12)),
              Map.entry(Complaint.CHEST_PAIN, needs(Capability.ALS).prefers(Capability.ECG12)),
              Map.entry(Complaint.STROKE, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.BREATHING, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.UNCONSCIOUS, needs().prefers(Capability.ALS, Capability.ECG12)),
              Map.entry(Complaint.SEIZURE, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.BLEEDING, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.TRAUMA_TRAFFIC, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.BURN, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.POISONING, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.ALLERGIC, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.OBSTETRIC, needs().prefers(Capability.ALS, Capability.NEONATAL)),
              Map.entry(Complaint.PAEDIATRIC, needs().prefers(Capability.ALS)),
              Map.entry(Complaint.TRANSFER, needs().prefers(Capability.ICU))));

  CapabilityNeeds {
    needed = immutable(needed);
    preferred = immutable(preferred);
  }

  /**
   * The needs of a complaint; a life in danger (P1, which untriaged is too) profits from advanced
   * life support whatever the complaint.
   */
  static CapabilityNeeds of(@Nullable Complaint complaint, Priority priority) {
    CapabilityNeeds needs =
        complaint == null ? ANY_UNIT : BY_COMPLAINT.getOrDefault(complaint, ANY_UNIT);
    return priority == Priority.P1 && !needs.needed.contains(Capability.ALS)
        ? needs.prefers(Capability.ALS)
        : needs;
  }

  /** And what the triage cards ask for, of whichever patient. */
  CapabilityNeeds and(List<Triage> triages) {
    EnumSet<Capability> more = EnumSet.noneOf(Capability.class);
    more.addAll(needed);
    triages.forEach(triage -> more.addAll(triage.result().capabilities()));
    EnumSet<Capability> rest = EnumSet.noneOf(Capability.class);
    rest.addAll(preferred);
    rest.removeAll(more);
    return new CapabilityNeeds(more, rest);
  }

  boolean metBy(Set<Capability> capabilities) {
    return capabilities.containsAll(needed);
  }

  /** Needed and preferred, in the order of {@link Capability}. */
  Set<Capability> wanted() {
    EnumSet<Capability> wanted = EnumSet.noneOf(Capability.class);
    wanted.addAll(needed);
    wanted.addAll(preferred);
    return wanted;
  }

  private static CapabilityNeeds needs(Capability... needed) {
    return new CapabilityNeeds(Set.of(needed), Set.of());
  }

  private CapabilityNeeds prefers(Capability... more) {
    EnumSet<Capability> all = EnumSet.noneOf(Capability.class);
    all.addAll(preferred);
    Collections.addAll(all, more);
    return new CapabilityNeeds(needed, all);
  }

  private static Set<Capability> immutable(Set<Capability> capabilities) {
    EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(capabilities);
    return Collections.unmodifiableSet(copy);
  }
}
