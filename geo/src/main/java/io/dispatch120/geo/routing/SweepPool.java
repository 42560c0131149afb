package io.dispatch120.geo.routing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Workspaces for searches. Takes no lock; when all are out, another is made. */
final class SweepPool {

  /** Kept for later: as many as ever search at once on event loops and workers. */
  private static final int KEPT = 8;

  private final Hierarchy hierarchy;
  private final AtomicReferenceArray<@Nullable Sweep> idle = new AtomicReferenceArray<>(KEPT);

  SweepPool(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  Sweep take() {
    for (int i = 0; i < KEPT; i++) {
      Sweep sweep = idle.get(i) == null ? null : idle.getAndSet(i, null);
      if (sweep != null) {
        return sweep;
      }
    }
    return new Sweep(hierarchy);
  }

  void giveBack(Sweep sweep) {
    sweep.clear();
    for (int i = 0; i < KEPT; i++) {
      if (idle.compareAndSet(i, null, sweep)) {
        return;
      }
    }
  }
}
