package io.dispatch120.dispatch.alert;

import java.time.Instant;

/**
 * A stretch of time during which a concern lasts. Deadlines take their generation from its count,
 * so that no generation ever comes back.
 *
 * @param count how often the concern has begun or changed its stage in this incident
 * @param since when the present stretch began, database time
 * @param stage what the limit depends on beside the kind, such as the class of priority
 * @param lasting false once it has ended; the count stays
 */
public record Episode(int count, Instant since, String stage, boolean lasting) {

  public static Episode first(String stage, Instant at) {
    return new Episode(1, at, stage, true);
  }

  /** This episode continued or begun again at {@code at}; the same one when nothing changes. */
  public Episode goOn(String newStage, Instant at) {
    if (!lasting) {
      return new Episode(count + 1, at, newStage, true);
    }
    return stage.equals(newStage) ? this : new Episode(count + 1, since, newStage, true);
  }

  public Episode ended() {
    return lasting ? new Episode(count, since, stage, false) : this;
  }
}
