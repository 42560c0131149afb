package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.location.LocationFix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every fix of an incident, in journal order, and where crews were sent.
 *
 * @param destination what the crews have been told; null before the first assignment. From then on
 *     it moves only when a dispatcher sends a new one
 * @param elsewhere linked calls whose phone is not where the patient is
 */
public record Whereabouts(
    List<Reported> fixes, @Nullable LocationFix destination, Set<String> elsewhere) {
  public static final Whereabouts NOWHERE = new Whereabouts(List.of(), null, Set.of());

  /**
   * A fix and the call it came with, which it follows when the call is linked elsewhere; null for a
   * pin.
   */
  public record Reported(LocationFix fix, @Nullable String callId) {
    boolean of(String call) {
      return Objects.equals(callId, call);
    }
  }

  public Whereabouts {
    fixes = List.copyOf(fixes);
    elsewhere = Set.copyOf(elsewhere);
  }

  public Whereabouts plus(Reported fix) {
    List<Reported> all = new ArrayList<>(fixes);
    all.add(fix);
    return new Whereabouts(all, destination, elsewhere);
  }

  /** The phone of {@code call} is known to be elsewhere. */
  Whereabouts elsewhere(String call) {
    Set<String> all = new HashSet<>(elsewhere);
    all.add(call);
    return new Whereabouts(fixes, destination, all);
  }

  /** Without what came with {@code call}. */
  Whereabouts without(String call) {
    Set<String> others = new HashSet<>(elsewhere);
    others.remove(call);
    return new Whereabouts(fixes.stream().filter(f -> !f.of(call)).toList(), destination, others);
  }

  public Whereabouts sentTo(@Nullable LocationFix newDestination) {
    return new Whereabouts(fixes, newDestination, elsewhere);
  }
}
