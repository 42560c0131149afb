package io.dispatch120.dispatch.api;

/** How soon an incident needs help. Untriaged counts as {@link #P1}. */
public enum Priority {
  /** Life-threatening now (危急). */
  P1,
  /** Emergent (急). */
  P2,
  /** Urgent (次急). */
  P3,
  /** Not urgent (非急). */
  P4
}
