package io.dispatch120.geo.hours;

import io.dispatch120.geo.api.OpeningHours.State;

/**
 * What the rules of one day say of one minute.
 *
 * @param state what is known; CLOSED when no rule speaks of the minute
 * @param spoken whether a rule speaks of the minute
 * @param decider index of the rule that speaks, -1 for none
 * @param replacer index of the last rule that replaced the earlier ones on this day, -1 for none
 */
record Verdict(State state, Answer spoken, int decider, int replacer) {

  static final Verdict SILENT = replacedBy(-1);

  static Verdict replacedBy(int rule) {
    return new Verdict(State.CLOSED, Answer.NO, -1, rule);
  }

  /** The verdict once a rule speaks. */
  Verdict spokenBy(int rule, State meaning) {
    return new Verdict(meaning, Answer.YES, rule, replacer);
  }

  /** What is known when it can not be told which of the two holds. */
  Verdict or(Verdict other) {
    return new Verdict(
        state == other.state ? state : State.UNKNOWN,
        spoken == other.spoken ? spoken : Answer.MAYBE,
        Math.max(decider, other.decider),
        Math.max(replacer, other.replacer));
  }

  /** Falls back to another verdict for minutes of which no rule speaks. */
  Verdict otherwise(Verdict fallback) {
    return switch (spoken) {
      case YES -> this;
      case NO -> fallback;
      case MAYBE -> or(fallback);
    };
  }

  /** Joins what began the day before and runs past midnight. */
  Verdict joinedBy(Verdict evening) {
    return switch (evening.spoken) {
      case YES -> joinedBySpoken(evening);
      case NO -> this;
      case MAYBE -> or(joinedBySpoken(evening));
    };
  }

  private Verdict joinedBySpoken(Verdict evening) {
    if (state == State.OPEN) {
      return evening.state != State.OPEN && evening.decider > decider ? evening : this;
    }
    int inForce = spoken == Answer.NO ? replacer : decider;
    if (inForce <= evening.decider) {
      return evening;
    }
    // A later rule of the new day says otherwise: evaluators follow it, authors mostly mean the
    // evening to go on.
    return evening.state == State.CLOSED ? this : or(evening);
  }
}
