package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was paged by a text message may see: enough to say whether the hospital can
 * take the patient, and never who the patient or the caller is. Of a pre-alert that was called off
 * nothing of the patient is left.
 *
 * @param state of the pre-alert: whether an answer still decides something
 * @param hospital its name
 * @param contact the role that was paged
 * @param dueAt until when this level was to answer
 * @param etaSeconds left out when it would be guesswork
 * @param departed the ambulance has left the scene; without, {@code etaSeconds} is the drive alone
 * @param vitals the latest
 * @param intervals that run
 * @param answer the one that decided, whoever gave it
 * @param answeredBy user, or the role of the one who answered by a link
 * @param answeredHere the answer was given for the level and the role of this link
 */
public record PagedView(
    PreAlertState state,
    PreAlertKind kind,
    String hospital,
    String contact,
    Instant sentAt,
    Instant dueAt,
    @Nullable Diagnosis diagnosis,
    @Nullable Sex sex,
    @Nullable Integer ageYears,
    @Nullable Long etaSeconds,
    boolean departed,
    @Nullable Vitals vitals,
    List<IntervalView> intervals,
    List<PagedEcg> ecgs,
    @Nullable EscalationAnswer answer,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    boolean answeredHere,
    long seq) {
  public PagedView {
    intervals = List.copyOf(intervals);
    ecgs = List.copyOf(ecgs);
  }

  /** An ECG that is here as a whole. */
  public record PagedEcg(EcgId id, String format, String contentType, Instant receivedAt) {}
}
