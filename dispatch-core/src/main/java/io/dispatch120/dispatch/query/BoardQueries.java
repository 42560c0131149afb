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
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.RoadClosureView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitRoutesView;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.view.AssignmentViews;
import io.dispatch120.dispatch.view.BoardViews;
import io.dispatch120.dispatch.view.CenterViews;
import io.dispatch120.dispatch.view.EventViews;
import io.dispatch120.dispatch.view.HospitalSight;
import io.dispatch120.dispatch.view.HospitalViews;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.dispatch.view.RoadViews;
import io.dispatch120.dispatch.view.UnitViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the live board what it holds, and from PostgreSQL the rest: lists of incidents,
 * which must reach the closed ones, what is found by id and is not on the board, the journal, and
 * the past. Stateless.
 *
 * <p>Fails with {@link io.dispatch120.dispatch.journal.StorageUnavailable} where PostgreSQL is
 * needed and away.
 */
public final class BoardQueries implements Queries {
  private final LiveCenters live;
  private final IncidentStore incidents;
  private final Journal journal;
  private final BoardSource pictures;
  private final InstantSource clock;

  /** The last state of each centre's catalogue that was asked for. */
  private final Map<CenterId, AedCatalogue> catalogues = new ConcurrentHashMap<>();

  /**
   * @param clock database time as the node knows it
   */
  public BoardQueries(
      LiveCenters live,
      IncidentStore incidents,
      Journal journal,
      BoardSource pictures,
      InstantSource clock) {
    this.live = live;
    this.incidents = incidents;
    this.journal = journal;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Override
  public Future<CenterView> getCenter(CenterId center) {
    return Future.succeededFuture(CenterViews.of(live.getBoard(center).catalogue()));
  }

  @Override
  public Future<Optional<IncidentView>> findIncident(CenterId center, IncidentId id) {
    return find(center, id).map(found -> found.map(i -> IncidentViews.of(i, clock.instant())));
  }

  @Override
  public Future<Optional<IncidentView>> findIncident(
      CenterId center, IncidentId id, HospitalId hospital) {
    return find(center, id)
        .map(found -> found.map(i -> HospitalSight.of(i, hospital).view(clock.instant())));
  }

  /** {@inheritDoc} A cursor that no page gave fails the future with {@link InvalidCursor}. */
  @Override
  public Future<Page<IncidentView>> listIncidents(
      CenterId center, IncidentStore.Query query, @Nullable String cursor) {
    Optional<IncidentCursor> from;
    try {
      from = Optional.ofNullable(cursor).map(IncidentCursor::parse);
    } catch (InvalidCursor e) {
      return Future.failedFuture(e);
    }
    // One more than asked for tells whether there is a next page.
    return incidents
        .list(center, IncidentCursor.onePast(query, from))
        .map(found -> page(found, query.limit()));
  }

  private Page<IncidentView> page(List<Incident> found, int limit) {
    Instant now = clock.instant();
    List<Incident> items = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        items.stream().map(incident -> IncidentViews.of(incident, now)).toList(),
        found.size() > limit ? IncidentCursor.after(items.get(limit - 1)).toString() : null);
  }

  @Override
  public Future<Optional<List<EventView>>> findTimeline(CenterId center, IncidentId id) {
    // Every incident has at least the entry that opened it.
    return incidents
        .listEntries(center, id)
        .map(entries -> entries.stream().map(EventViews::of).toList())
        .map(timeline -> Optional.of(timeline).filter(some -> !some.isEmpty()));
  }

  @Override
  public Future<Optional<AssignmentView>> findAssignment(CenterId center, AssignmentId id) {
    Optional<IncidentId> known = live.getBoard(center).findIdByAssignment(id);
    Future<Optional<IncidentId>> incident =
        known.isPresent()
            ? Future.succeededFuture(known)
            : incidents.findIdByAssignment(center, id);
    return incident
        .compose(
            found ->
                found.isPresent()
                    ? find(center, found.get())
                    : Future.succeededFuture(Optional.empty()))
        .map(found -> found.flatMap(i -> assignment(i, id)));
  }

  @Override
  public Future<Optional<IncidentView>> findIncidentOf(CenterId center, PatientId patient) {
    return viewOf(idOf(center, patient), id -> findIncident(center, id));
  }

  @Override
  public Future<Optional<IncidentView>> findIncidentOf(
      CenterId center, PatientId patient, HospitalId hospital) {
    return viewOf(idOf(center, patient), id -> findIncident(center, id, hospital));
  }

  @Override
  public Future<Optional<IncidentView>> findIncidentOf(CenterId center, EscalationId escalation) {
    return viewOf(
        idOf(
            live.getBoard(center).findIdByEscalation(escalation),
            () -> incidents.findIdByEscalation(center, escalation)),
        id -> findIncident(center, id));
  }

  @Override
  public Future<Reply<AdviceView>> advise(CenterId center, PatientId patient, PreAlertKind kind) {
    CaseAdvice advice =
        new CaseAdvice(
            live.getBoard(center), live.getFleet(center), live.getAdvisor(center), clock.instant());
    return idOf(center, patient)
        .compose(id -> id.isPresent() ? find(center, id.get()) : none())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(
                        new Reply.No<>(
                            new Refusal(RefusalCode.NOT_FOUND, "there is no such patient")))
                    : live.getRoads(center)
                        .ask(() -> new Reply.Ok<>(advice.of(found.get(), patient, kind), false)));
  }

  @Override
  public Future<Optional<ChecklistView>> findChecklist(CenterId center, String name) {
    return Future.succeededFuture(
        Checklists.find(name, live.getBoard(center).catalogue().center(), clock.instant()));
  }

  private static Future<Optional<Incident>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  private static Future<Optional<IncidentId>> idOf(
      Optional<IncidentId> known, Supplier<Future<Optional<IncidentId>>> stored) {
    return known.isPresent() ? Future.succeededFuture(known) : stored.get();
  }

  private static Future<Optional<IncidentView>> viewOf(
      Future<Optional<IncidentId>> found,
      Function<IncidentId, Future<Optional<IncidentView>>> view) {
    return found.compose(
        id -> id.isPresent() ? view.apply(id.get()) : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<IncidentId>> idOf(CenterId center, PatientId patient) {
    return idOf(
        live.getBoard(center).findIdByPatient(patient),
        () -> incidents.findIdByPatient(center, patient));
  }

  private static Optional<AssignmentView> assignment(Incident incident, AssignmentId id) {
    return incident.findAssignment(id).map(a -> AssignmentViews.of(incident.id(), a));
  }

  @Override
  public Future<Reply<RecommendationView>> recommend(CenterId center, IncidentId id) {
    Board board = live.getBoard(center);
    LiveFleet fleet = live.getFleet(center);
    Recommender recommender = new Recommender(live.getRoads(center).roads());
    return find(center, id)
        .map(
            found ->
                found
                    .map(i -> recommender.recommend(i, board, fleet, clock.instant()))
                    .orElseGet(() -> new Reply.No<>(notFound(id))));
  }

  @Override
  public Future<Reply<UnitRoutesView>> routes(CenterId center, IncidentId id, List<UnitId> asked) {
    LiveRoads roads = live.getRoads(center);
    RoadQueries queries =
        new RoadQueries(
            live.getBoard(center), live.getFleet(center), roads.roads(), clock.instant());
    return find(center, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(new Reply.No<>(notFound(id)))
                    : roads.ask(() -> queries.routes(found.get(), asked)));
  }

  @Override
  public Future<List<HospitalView>> listHospitals(CenterId center) {
    Board board = live.getBoard(center);
    return Future.succeededFuture(
        HospitalViews.of(
            board.catalogue(), board.hospitalServices(), board.notices(), clock.instant()));
  }

  @Override
  public Future<List<RoadClosureView>> listRoadClosures(CenterId center) {
    return Future.succeededFuture(
        live.getBoard(center).roads().all().stream().map(RoadViews::of).toList());
  }

  @Override
  public Future<List<Line>> closedBy(CenterId center, RoadClosure shape) {
    LiveRoads roads = live.getRoads(center);
    return roads.ask(() -> roads.roads().closedBy(shape).stream().map(Line::new).toList());
  }

  @Override
  public Future<Void> roadsInUse(CenterId center) {
    return live.getRoads(center).inUse();
  }

  @Override
  public Future<CardApprovals> cardApprovals(CenterId center) {
    return Future.succeededFuture(live.getBoard(center).cards());
  }

  private static Refusal notFound(IncidentId id) {
    return new Refusal(RefusalCode.NOT_FOUND, "there is no incident " + id);
  }

  @Override
  public Future<List<UnitView>> listUnits(CenterId center) {
    LiveFleet fleet = live.getFleet(center);
    Instant now = clock.instant();
    return Future.succeededFuture(
        live.getBoard(center).units().stream()
            .map(unit -> UnitViews.of(unit, fleet, now))
            .sorted(Comparator.comparing(unit -> unit.id().value()))
            .toList());
  }

  @Override
  public Future<Optional<UnitView>> findUnit(CenterId center, UnitId id) {
    LiveFleet fleet = live.getFleet(center);
    return Future.succeededFuture(
        live.getBoard(center).findUnit(id).map(unit -> UnitViews.of(unit, fleet, clock.instant())));
  }

  @Override
  public Future<Page<AedView>> listAeds(
      CenterId center,
      @Nullable LngLat near,
      @Nullable Instant openAt,
      int limit,
      @Nullable String cursor) {
    AedCatalogue aeds = aeds(center);
    Instant at = openAt == null ? clock.instant() : openAt;
    boolean openOnly = openAt != null;
    return Future.succeededFuture(
        near == null
            ? aeds.page(cursor, limit, at, openOnly)
            : new Page<>(aeds.nearest(near, limit, at, openOnly), null));
  }

  @Override
  public Future<Optional<AedView>> findAed(CenterId center, String id) {
    return Future.succeededFuture(aeds(center).find(id, clock.instant()));
  }

  private AedCatalogue aeds(CenterId center) {
    Board board = live.getBoard(center);
    return catalogues.compute(
        center,
        (id, known) -> known != null && known.isOf(board) ? known : new AedCatalogue(board));
  }

  @Override
  public Future<List<EventView>> listEvents(CenterId center, long after, int limit) {
    return journal
        .read(center, after, limit)
        .map(entries -> entries.stream().map(EventViews::of).toList());
  }

  @Override
  public Future<BoardView> board(CenterId center) {
    LiveFleet fleet = live.getFleet(center);
    return live.takePicture(center)
        .map(picture -> BoardViews.of(center, picture, fleet, clock.instant()));
  }

  @Override
  public Future<BoardView> boardAt(CenterId center, Instant at) {
    return pictures.loadAt(center, at).map(picture -> BoardViews.ofPast(center, picture));
  }

  private Future<Optional<Incident>> find(CenterId center, IncidentId id) {
    Optional<Incident> onBoard = live.getBoard(center).findIncident(id);
    return onBoard.isPresent() ? Future.succeededFuture(onBoard) : incidents.find(center, id);
  }
}
