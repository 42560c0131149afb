package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.CenterView;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.HospitalView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.RoadClosureView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitRoutesView;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a client may ask. Changes nothing. Thread-safe. Lists are bounded. */
public interface Queries {

  /** A page; {@code nextCursor} is opaque and null on the last one. */
  record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** The centre, its stations and hospitals. */
  Future<CenterView> getCenter(CenterId center);

  Future<Optional<IncidentView>> findIncident(CenterId center, IncidentId id);

  /** The incident as a hospital may see it: without patients when none is its own. */
  Future<Optional<IncidentView>> findIncident(CenterId center, IncidentId id, HospitalId hospital);

  /**
   * Newest first. {@code query.beforeOpenedSeq} is taken from a former page's cursor by the
   * implementation.
   */
  Future<Page<IncidentView>> listIncidents(
      CenterId center, IncidentStore.Query query, @Nullable String cursor);

  /** The incident that has the patient now. */
  Future<Optional<IncidentView>> findIncidentOf(CenterId center, PatientId patient);

  /** The same as a hospital may see it: without the patient who is not its own. */
  Future<Optional<IncidentView>> findIncidentOf(
      CenterId center, PatientId patient, HospitalId hospital);

  /** The incident that has the level of a pre-alert. */
  Future<Optional<IncidentView>> findIncidentOf(CenterId center, EscalationId escalation);

  /** Destination advice, by the roads and hospitals of now; {@code NOT_FOUND} as a refusal. */
  Future<Reply<AdviceView>> advise(CenterId center, PatientId patient, PreAlertKind kind);

  /** A checklist by its name, such as {@code thrombolysis}; empty when there is none. */
  Future<Optional<ChecklistView>> findChecklist(CenterId center, String name);

  /** Every journal entry of the incident, in order; empty when the incident is unknown. */
  Future<Optional<List<EventView>>> findTimeline(CenterId center, IncidentId id);

  Future<Optional<IncidentView.AssignmentView>> findAssignment(CenterId center, AssignmentId id);

  /** {@code NOT_FOUND} or {@code POSITION_UNKNOWN} as refusals. */
  Future<Reply<RecommendationView>> recommend(CenterId center, IncidentId id);

  /**
   * Courses of the units on their way, of the proposed one while the incident waits, and of those
   * asked for. {@code NOT_FOUND} or {@code POSITION_UNKNOWN} as refusals.
   */
  Future<Reply<UnitRoutesView>> routes(CenterId center, IncidentId id, List<UnitId> asked);

  /** By id, as they are now. */
  Future<List<HospitalView>> listHospitals(CenterId center);

  /** Those that stand, oldest first. */
  Future<List<RoadClosureView>> listRoadClosures(CenterId center);

  /** The pieces of road that {@code shape} would close; none when it meets no road. */
  Future<List<Line>> closedBy(CenterId center, RoadClosure shape);

  /** Completes once travel times avoid what this node's board closes now. */
  Future<Void> roadsInUse(CenterId center);

  /** Which triage cards the centre has proposed and approved. */
  Future<CardApprovals> cardApprovals(CenterId center);

  /** By id. */
  Future<List<UnitView>> listUnits(CenterId center);

  Future<Optional<UnitView>> findUnit(CenterId center, UnitId id);

  /**
   * With {@code near}: nearest first by walking time; with {@code openAt} the ones closed then are
   * left out. Without: by id, from {@code cursor} on.
   */
  Future<Page<AedView>> listAeds(
      CenterId center,
      @Nullable LngLat near,
      @Nullable Instant openAt,
      int limit,
      @Nullable String cursor);

  Future<Optional<AedView>> findAed(CenterId center, String id);

  /** The journal after {@code seq}, in order and without a gap. */
  Future<List<EventView>> listEvents(CenterId center, long after, int limit);

  Future<BoardView> board(CenterId center);

  /** The board as it was at a past instant of database time. */
  Future<BoardView> boardAt(CenterId center, Instant at);
}
