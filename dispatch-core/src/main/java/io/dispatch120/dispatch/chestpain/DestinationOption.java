package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to treat the patient. Every time that is not known is null, and then nothing is said to
 * be reachable.
 *
 * @param transferTo where the patient goes on to
 * @param travelSeconds from where the patient is now
 * @param predictedSeconds from first medical contact to the wire (primary PCI), to the needle
 *     (thrombolysis), or to arrival
 * @param predictedAt when that is
 * @param targetSeconds what {@code predictedSeconds} is held against; null when there is no target
 * @param reachable the hospital surely can do it, and within the target where there is one
 * @param reasons the most important first
 */
public record DestinationOption(
    HospitalId hospitalId,
    Strategy strategy,
    @Nullable HospitalId transferTo,
    @Nullable Double travelSeconds,
    @Nullable Double transferSeconds,
    @Nullable Long predictedSeconds,
    @Nullable Instant predictedAt,
    @Nullable Long targetSeconds,
    boolean reachable,
    List<Reason> reasons) {

  public DestinationOption {
    reasons = List.copyOf(reasons);
  }

  /**
   * @param code see docs/destination-advice.md; words are made by clients
   * @param figures what the words need
   */
  public record Reason(String code, Map<String, Object> figures) {
    public Reason {
      figures = Map.copyOf(figures);
    }

    static Reason of(String code) {
      return new Reason(code, Map.of());
    }

    static Reason of(String code, String name, Object figure) {
      return new Reason(code, Map.of(name, figure));
    }
  }
}
