package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.location.LocationFix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every fix of an incident, in journal order, and where crews were sent.
 *
 * @param destination what the crews have been told; null before the first assignment. From then on
 *     it moves only when a dispatcher sends a new one
 */
public record Whereabouts(List<Reported> fixes, @Nullable LocationFix destination) {
  public static final Whereabouts NOWHERE = new Whereabouts(List.of(), null);

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
  }

  public Whereabouts plus(Reported fix) {
    List<Reported> all = new ArrayList<>(fixes);
    all.add(fix);
    return new Whereabouts(all, destination);
  }

  public Whereabouts withFixes(List<Reported> newFixes) {
    return new Whereabouts(newFixes, destination);
  }

  public Whereabouts sentTo(@Nullable LocationFix newDestination) {
    return new Whereabouts(fixes, newDestination);
  }
}
