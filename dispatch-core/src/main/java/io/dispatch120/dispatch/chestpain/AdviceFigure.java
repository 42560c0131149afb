package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What destination advice counts with beside the targets of the pathway: defaults with their source
 * that a centre may replace, each by its name, in the same map as {@link PathwayTargets}.
 */
public enum AdviceFigure {
  /** Beyond it thrombolysis is preferred, where it is allowed. */
  PCI_WITHIN(120, "ESC 2023, ACC/AHA 2025: primary PCI when the wire can cross within 120 min"),
  ONSET_LIMIT(12 * 60, "ESC 2023, ACC/AHA 2025: thrombolysis within 12 h of onset"),
  /** Of a hospital that has not said its own median: as slow as its target allows. */
  ARRIVAL_TO_WIRE(90, "China Chest Pain Center standard: the target, as the median is not known"),
  /** From arrival to the needle, the diagnosis being made on the way. */
  ARRIVAL_TO_NEEDLE(10, "ESC 2023: bolus within 10 min of diagnosis"),
  /** From arrival at a hospital without PCI to leaving it again. */
  DOOR_IN_DOOR_OUT(30, "ESC 2023: leave the first hospital within 30 min"),
  /** A hospital that asks to be spared ranks as if it were this much slower. */
  NOTICE_HANDICAP(30, "project default"),
  RESCUE_FROM(60, "ESC 2023: judge reperfusion 60 to 90 min after thrombolysis"),
  RESCUE_UNTIL(90, "ESC 2023: judge reperfusion 60 to 90 min after thrombolysis");

  private final Target target;

  AdviceFigure(long minutes, String source) {
    this.target = new Target(Duration.ofMinutes(minutes), source);
  }

  /** As configuration names it, like {@code advice_pci_within}. */
  public String code() {
    return "advice_" + name().toLowerCase(Locale.ROOT);
  }

  /** The centre's own figure, or the default. */
  public Target in(Map<String, Target> own) {
    return own.getOrDefault(code(), target);
  }

  long secondsIn(Map<String, Target> own) {
    return in(own).limit().toSeconds();
  }
}
