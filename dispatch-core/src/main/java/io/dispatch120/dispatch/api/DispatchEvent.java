package io.dispatch120.dispatch.api;

import org.jspecify.annotations.Nullable;

/**
 * A fact of the journal, in the past tense. Its fields are its data; who, when and where stand
 * beside it.
 */
public interface DispatchEvent {
  /** Stable snake_case name, part of the external contract. */
  String type();

  /** The unit it is about, if any. */
  default @Nullable UnitId unitId() {
    return null;
  }
}
