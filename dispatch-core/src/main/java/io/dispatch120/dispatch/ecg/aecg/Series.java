package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLead;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recording of a file: sets of leads, those of a set recorded at the same time. */
final class Series {
  /** A beat made of many, not the rhythm as it was. */
  static final String REPRESENTATIVE = "REPRESENTATIVE_BEAT";

  /** Leads of one set, or not yet of any. */
  record Set(double stepSeconds, @Nullable Hl7Time head, double offset, List<EcgLead> leads) {}

  private final List<Set> sets = new ArrayList<>();
  private List<EcgLead> open = new ArrayList<>();
  private double openStep;
  private double openOffset;
  private @Nullable Hl7Time openHead;
  private int leadCount;

  String code = "";
  @Nullable Hl7Time low;

  void step(double seconds) {
    openStep = seconds;
  }

  void head(@Nullable Hl7Time time) {
    openHead = time;
  }

  void offset(double seconds) {
    openOffset = seconds;
  }

  void add(EcgLead lead) throws EcgUnreadable {
    // A lead may come again in another set: a strip below the rest.
    if (++leadCount > 2 * EcgLimits.MAX_LEADS) {
      throw new EcgUnreadable(
          EcgFault.TOO_MANY_LEADS,
          "There are more than " + EcgLimits.MAX_LEADS + " leads: export the standard twelve.");
    }
    open.add(lead);
  }

  void endSet() {
    if (!open.isEmpty()) {
      sets.add(new Set(openStep, openHead, openOffset, open));
    }
    open = new ArrayList<>();
    openStep = 0;
    openOffset = 0;
    openHead = null;
  }

  boolean hasLeads() {
    return !sets.isEmpty();
  }

  boolean isRepresentative() {
    return code.equals(REPRESENTATIVE);
  }

  List<Set> sets() {
    return sets;
  }

  /** When it begins: what the series says, else the first of its sets. */
  @Nullable Hl7Time beginning() {
    if (low != null) {
      return low;
    }
    return sets.isEmpty() ? null : sets.get(0).head();
  }

  /** Where a set begins in the series: behind the set that begins first. */
  double startSeconds(Set set) {
    Hl7Time head = set.head();
    if (head == null) {
      return set.offset();
    }
    Hl7Time first = head;
    for (Set other : sets) {
      Hl7Time begins = other.head();
      if (begins != null && begins.local().isBefore(first.local())) {
        first = begins;
      }
    }
    return Duration.between(first.local(), head.local()).toNanos() / 1e9;
  }
}
