package io.dispatch120.dispatch.chestpain;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An option with what it ranks by, in this order: whether the hospital can do it, how much the
 * guidelines prefer it, how soon (a capacity notice counts as time), how near. Ids settle the rest,
 * so that the order does not depend on that of the question.
 *
 * @param weighed seconds; null when no time is known, which ranks last
 */
record Ranked(
    Availability availability,
    Preference preference,
    @Nullable Double weighed,
    DestinationOption option)
    implements Comparable<Ranked> {

  /** Whether the hospital can do it at this hour. */
  enum Availability {
    SURE,
    UNKNOWN,
    NONE
  }

  /** What the guidelines prefer, first to last. */
  enum Preference {
    /** The wire within the limit, or PCI because nothing else is right. */
    PCI_IN_TIME,
    /** PCI comes too late, and thrombolysis is allowed and sooner. */
    LYSIS,
    PCI_LATE,
    /** Thrombolysis that is not preferred, or that something has to be asked for before. */
    LYSIS_OTHERWISE
  }

  private static final Comparator<Double> KNOWN_FIRST =
      Comparator.nullsLast(Comparator.<Double>naturalOrder());

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing(Ranked::availability)
          .thenComparing(Ranked::preference)
          .thenComparing(Ranked::weighed, KNOWN_FIRST)
          .thenComparing(ranked -> ranked.option().travelSeconds(), KNOWN_FIRST)
          .thenComparing(ranked -> ranked.option().hospitalId().value())
          .thenComparing(ranked -> ranked.option().strategy());

  @Override
  public int compareTo(Ranked other) {
    return ORDER.compare(this, other);
  }
}
