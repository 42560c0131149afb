package io.dispatch120.dispatch.alert;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * The rules of one centre: its figures are configuration with a source each, never constants in the
 * code.
 *
 * @param numberPrefix first part of incident numbers
 * @param limits deadline by name, see {@link Limit}
 * @param pathwayTargets targets of chest-pain intervals by name, where they differ from the
 *     defaults; never scaled
 * @param timerScale multiplies deadlines of alerts (demonstrations only; 1 in earnest)
 */
public record CenterPolicy(
    ZoneId zone,
    String numberPrefix,
    Map<Limit, Target> limits,
    Map<String, Target> pathwayTargets,
    double timerScale) {

  /** A figure and where it comes from. */
  public record Target(Duration limit, String source) {}

  public CenterPolicy {
    limits = Map.copyOf(limits);
    pathwayTargets = Map.copyOf(pathwayTargets);
  }

  /** The policy's figures over the defaults. */
  public static CenterPolicy defaults(ZoneId zone, String numberPrefix) {
    return new CenterPolicy(zone, numberPrefix, Map.of(), Map.of(), 1);
  }

  /** The same with targets of chest-pain intervals in place of the defaults. */
  public CenterPolicy with(Map<String, Target> targets) {
    return new CenterPolicy(zone, numberPrefix, limits, targets, timerScale);
  }

  public CenterPolicy scaled(double scale) {
    return new CenterPolicy(zone, numberPrefix, limits, pathwayTargets, scale);
  }

  /** How long may pass, already scaled. */
  public Duration limit(Limit which) {
    Target target = limits.getOrDefault(which, which.target());
    return Duration.ofMillis(Math.round(target.limit().toMillis() * timerScale));
  }
}
