package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which hospital would open the vessel first, best first, with the reasons. People decide.
 *
 * @param options one for each hospital and strategy that is possible at all
 */
public record AdviceView(List<OptionView> options, Instant computedAt) {
  public AdviceView {
    options = List.copyOf(options);
  }

  /**
   * @param transferTo where the patient goes on to after thrombolysis
   * @param travelSeconds from where the patient is now; null while that is not known
   * @param predictedSeconds from first medical contact to the wire or the needle
   * @param reachable within {@code targetSeconds}
   */
  public record OptionView(
      HospitalId hospitalId,
      Strategy strategy,
      @Nullable HospitalId transferTo,
      @Nullable Double travelSeconds,
      @Nullable Double transferSeconds,
      @Nullable Long predictedSeconds,
      @Nullable Instant predictedAt,
      @Nullable Long targetSeconds,
      boolean reachable,
      List<ReasonView> reasons) {}

  /**
   * @param code such as {@code capacity_notice}; words are made by the client
   * @param figures what the words need, such as minutes
   */
  public record ReasonView(String code, Map<String, Object> figures) {
    public ReasonView {
      figures = Map.copyOf(figures);
    }
  }
}
