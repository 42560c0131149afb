package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the public edge may ask of the core: by direct call in the same process, over
 * authenticated HTTPS from a DMZ. The core checks the end user's session or link token on every
 * call. Thread-safe. Futures fail only for faults, such as storage that is away.
 */
public interface DispatchApi {

  /**
   * What makes a repeated request the same request: see {@code Idempotency-Key} in the contract.
   */
  record RequestKey(UUID commandId, String fingerprint) {}

  /**
   * @param token opaque, 256 random bits; shown once
   * @param retryAfterSeconds set instead of a session when the account is slowed down after wrong
   *     passwords
   */
  record SignIn(
      @Nullable String token,
      @Nullable Instant expiresAt,
      @Nullable SessionUser user,
      @Nullable Long retryAfterSeconds) {}

  record Ticket(String ticket, Instant expiresAt) {}

  /**
   * What a ticket opens.
   *
   * @param sessionId names the session it was issued for without being able to stand in for it
   */
  record Admission(SessionUser user, String sessionId) {}

  /** Wrong name or password: a sign-in without token and without {@code retryAfterSeconds}. */
  Future<SignIn> signIn(String username, String password);

  Future<Optional<SessionUser>> findSession(String token);

  Future<Void> signOut(String token);

  Future<Optional<Ticket>> issueTicket(String token);

  /** Takes the ticket; gives its user once. */
  Future<Optional<Admission>> redeemTicket(String ticket);

  /** Whether the session that a ticket was issued for has neither ended nor expired. */
  Future<Boolean> isSessionLive(String sessionId);

  /** The live assignment of the crew's unit. */
  Future<Optional<CrewAssignmentView>> findCrewAssignment(SessionUser crew);

  /** The assignment after the milestone. Another unit's assignment is {@code NOT_FOUND}. */
  Future<Reply<CrewAssignmentView>> recordMilestone(
      SessionUser crew, RequestKey key, Command.RecordMilestone command);

  Future<Reply<CrewAssignmentView>> withdrawMilestone(
      SessionUser crew, RequestKey key, Command.WithdrawMilestone command);

  Future<Reply<CrewAssignmentView>> decline(
      SessionUser crew, RequestKey key, Command.DeclineAssignment command);

  /** A crew's words to the dispatch centre. Another unit's assignment is {@code NOT_FOUND}. */
  Future<Reply<CrewAssignmentView>> sendMessage(
      SessionUser crew, RequestKey key, Command.SendCrewMessage command);

  /**
   * What a crew says of a patient of its incident, also after its assignment has ended. Another
   * incident's patient is {@code NOT_FOUND}.
   */
  Future<Reply<CrewAssignmentView>> treat(
      SessionUser crew, RequestKey key, Command.OfPatient command);

  /** Where the crew takes its patients. Another unit's assignment is {@code NOT_FOUND}. */
  Future<Reply<CrewAssignmentView>> chooseDestination(
      SessionUser crew, RequestKey key, Command.ChooseDestination command);

  /**
   * Where to take a patient, best first; empty for a patient of others and while nobody advises.
   */
  Future<Optional<AdviceView>> advise(SessionUser crew, PatientId patient, PreAlertKind kind);

  /** A checklist by its name, such as {@code thrombolysis}; empty when the centre has none. */
  Future<Optional<ChecklistView>> findChecklist(SessionUser crew, String name);

  /** The crew's own unit; empty when the centre does not have it any more. */
  Future<Optional<CrewUnitView>> findCrewUnit(SessionUser crew);

  /** What the crew declares of its unit; for any other unit {@code NOT_FOUND}. */
  Future<Reply<CrewUnitView>> declare(
      SessionUser crew, RequestKey key, Command.SetAvailability command);

  /** Takes positions of the crew's own unit; older ones than known are kept in the track only. */
  Future<Void> reportPositions(SessionUser crew, List<UnitPosition> positions);

  /** The crew's device has received everything up to {@code seq}. */
  Future<Void> confirmDelivery(SessionUser crew, long seq);

  /** Empty for an unknown, revoked or expired token: the same for all. Changes nothing. */
  Future<Optional<LocatorView>> findLocator(String token);

  Future<Optional<Reply<LocatorView>>> reportLocation(
      String token, RequestKey key, LocationReport report);

  /** The caller says whether the patient is where the phone is. */
  Future<Optional<Reply<LocatorView>>> answerPresence(
      String token, RequestKey key, CallerWithPatient answer);

  Future<Optional<Reply<LocatorView>>> postMessage(String token, RequestKey key, Personal text);

  /**
   * What somebody who was paged by a text message may see. Empty for an unknown or expired token:
   * the same for both. Changes nothing.
   */
  Future<Optional<PagedView>> findPaged(String token);

  /** Answers for the hospital, as the role that was paged; the first answer counts. */
  Future<Optional<Reply<PagedView>>> answerPaged(
      String token, RequestKey key, EscalationAnswer answer, @Nullable Personal reason);

  /** The file of an ECG that {@link #findPaged} shows. */
  Future<Optional<EcgContentView>> readPagedEcg(String token, EcgId ecg);

  /** Its waveform; empty for a picture as well. */
  Future<Optional<EcgWaveformView>> readPagedWaveform(String token, EcgId ecg);

  /**
   * Defibrillators of the centre whose area holds {@code near}, nearest by walking time first, open
   * or not, without their custodians' phones; none outside every centre.
   */
  Future<List<AedView>> findAeds(LngLat near, int limit);

  /**
   * Frames for a crew: a snapshot or what follows {@code since}, then events of its assignments in
   * order. While the stream is open the unit's {@code crewLink} is {@code connected}.
   */
  Future<StreamHandle> openCrewStream(SessionUser crew, OptionalLong since, FrameSink sink);

  /** Frames for a caller; empty for a token that is not valid. */
  Future<Optional<StreamHandle>> openCallerStream(String token, OptionalLong since, FrameSink sink);

  /** Files of electrocardiograms. */
  EcgApi ecgs();
}
