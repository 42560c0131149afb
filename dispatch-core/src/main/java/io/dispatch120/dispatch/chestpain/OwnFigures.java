package io.dispatch120.dispatch.chestpain;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a centre may set for itself, by name: targets, and what destination advice counts with. */
public final class OwnFigures {
  private static final Set<String> NAMES = names();

  private OwnFigures() {}

  /** Of {@link PathwayTargets} and {@link AdviceFigure}, in alphabetical order. */
  public static Set<String> all() {
    return NAMES;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    Arrays.stream(PathwayTargets.values()).map(PathwayTargets::code).forEach(names::add);
    Arrays.stream(AdviceFigure.values()).map(AdviceFigure::code).forEach(names::add);
    return Collections.unmodifiableSet(names);
  }
}
