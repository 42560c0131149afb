package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.value.AedWords;
import io.dispatch120.dispatch.importing.value.Dates;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list says of the state of its devices. */
final class AedState {
  private final Mapping mapping;
  private final Basis basis;

  AedState(Mapping mapping, Basis basis) {
    this.mapping = mapping;
    this.basis = basis;
  }

  /**
   * Null where the list does not say.
   *
   * @param saysReadiness whether it has any column for it
   */
  record State(
      @Nullable AedReadiness readiness,
      boolean saysReadiness,
      @Nullable Instant checkedAt,
      boolean saysChecked) {

    AedReadiness readiness(@Nullable AedSite was) {
      if (readiness != null) {
        return readiness;
      }
      return saysReadiness || was == null ? AedReadiness.UNKNOWN : was.readiness();
    }

    @Nullable Instant lastCheckedAt(@Nullable AedSite was) {
      return saysChecked || was == null ? checkedAt : was.lastCheckedAt();
    }
  }

  State of(RowTexts texts, Remarks remarks) {
    AedReadiness readiness = said(texts, remarks);
    boolean usable =
        readiness == null || readiness == AedReadiness.OK || readiness == AedReadiness.UNKNOWN;
    if (usable
        && (past(texts, Field.PADS_EXPIRY, remarks) | past(texts, Field.BATTERY_EXPIRY, remarks))) {
      readiness = AedReadiness.EXPIRED;
      remarks.warn(Warning.CHECK, "pads or battery are past their date");
    }
    return new State(
        readiness,
        mapping.has(Field.READINESS),
        checkedAt(texts, remarks),
        mapping.has(Field.LAST_CHECKED));
  }

  private static @Nullable AedReadiness said(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.READINESS, 120);
    if (said == null) {
      return null;
    }
    Optional<AedReadiness> known = AedWords.readiness(said);
    if (known.isEmpty()) {
      remarks.warn(Warning.CHECK, "the state is not understood, shown as unknown");
    }
    return known.orElse(AedReadiness.UNKNOWN);
  }

  private boolean past(RowTexts texts, Field field, Remarks remarks) {
    String said = texts.find(field, 60);
    if (said == null) {
      return false;
    }
    Optional<LocalDate> until = Dates.find(said);
    if (until.isEmpty()) {
      remarks.warn(Warning.CHECK, "the date in " + mapping.label(field) + " cannot be read");
    }
    return until.filter(day -> day.isBefore(basis.today())).isPresent();
  }

  private @Nullable Instant checkedAt(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.LAST_CHECKED, 60);
    if (said == null) {
      return null;
    }
    Optional<Instant> at =
        Dates.findInstant(said)
            .or(() -> Dates.find(said).map(day -> day.atStartOfDay(basis.zone()).toInstant()));
    boolean believable = at.isPresent() && at.get().isBefore(basis.now().plus(Duration.ofDays(1)));
    if (!believable) {
      remarks.warn(Warning.CHECK, "the date of the last check cannot be right");
      return null;
    }
    return at.get();
  }
}
