package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Capability;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps a unit from being proposed; the codes of refusals are those of assigning it. */
enum Block {
  NONE(0),
  /** It could be sent all the same, so it stands before those that can not. */
  MISSING_CAPABILITY(1),
  UNIT_COMMITTED(2),
  UNIT_OUT_OF_SERVICE(2),
  UNIT_OFF_DUTY(2);

  private final int group;

  Block(int group) {
    this.group = group;
  }

  static Block of(Availability availability, Set<Capability> capabilities, CapabilityNeeds needs) {
    return switch (availability) {
      case COMMITTED -> UNIT_COMMITTED;
      case OUT_OF_SERVICE -> UNIT_OUT_OF_SERVICE;
      case OFF_DUTY -> UNIT_OFF_DUTY;
      case AVAILABLE, AVAILABLE_MOBILE -> needs.metBy(capabilities) ? NONE : MISSING_CAPABILITY;
    };
  }

  /** Its place in the order: smaller comes first. */
  int group() {
    return group;
  }

  /** As clients see it; null when nothing blocks. */
  @Nullable String code() {
    return this == NONE ? null : name().toLowerCase(Locale.ROOT);
  }
}
