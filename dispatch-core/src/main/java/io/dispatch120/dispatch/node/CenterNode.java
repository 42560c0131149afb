package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.command.Arrivals;
import io.dispatch120.dispatch.command.CenterCommands;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.dispatch.command.DeadlineRunner;
import io.dispatch120.dispatch.command.PageRunner;
import io.dispatch120.dispatch.command.PagedIncidents;
import io.dispatch120.dispatch.command.RoadReopening;
import io.dispatch120.dispatch.fleet.FleetTracker;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.PreAlertEvents.Escalated;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertSent;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.query.LiveRoads;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.stream.StreamHub;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One centre on one node: its board, fleet, commands, streams and deadlines, and the rhythm they
 * are kept fresh in. Everything runs on the node's loop; the public methods may be called from any
 * thread.
 */
public final class CenterNode {
  private static final Duration POSITIONS_OUT = Duration.ofMillis(250);
  private static final Duration DEADLINES = Duration.ofMillis(250);
  private static final Duration HEAD_POLL = Duration.ofMillis(500);
  private static final Duration TRACK_WRITE = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration PROPOSALS = Duration.ofSeconds(5);

  /** Closed incidents at hand for late taps: more than a city closes in a shift. */
  private static final int KEEP_CLOSED = 2_000;

  private final CenterId id;
  private final NodeParts parts;
  private final LiveBoard board;
  private final BoardFeed feed;
  private final FleetTracker fleet;
  private final CenterCommands commands;
  private final EdgePictures pictures;
  private final StreamHub streams;
  private final DeadlineRunner deadlines;
  private final Arrivals arrivals;
  private final PageRunner pages;
  private final Proposals proposals;
  private final CatalogueReload catalogue;
  private final CenterRoads roads;
  private final DestinationAdvisor advisor;
  private final RoadReopening reopening;
  private final PositionIntake positions;
  private final List<Runnable> rhythm = new ArrayList<>();
  private boolean polling;

  CenterNode(CenterPolicy policy, CatalogueInUse inUse, Roads map, NodeParts parts) {
    this.id = inUse.catalogue().center().id();
    this.parts = parts;
    this.board = new LiveBoard(id, policy, inUse, KEEP_CLOSED);
    Stores stores = parts.stores();
    Recommender recommender = new Recommender(map);
    this.advisor = new DestinationAdvisor(board, map);
    this.feed =
        new BoardFeed(board, stores.journal(), stores.pictures(), stores.incidents(), parts.loop());
    this.fleet = new FleetTracker(parts.newIndex().get(), parts.clock());
    this.pictures = new EdgePictures(board, fleet, map, parts.clock());
    this.streams =
        new StreamHub(
            board,
            feed,
            fleet,
            parts.frames(),
            pictures,
            parts.loop(),
            parts.workers(),
            parts.clock());
    this.commands =
        new CenterCommands(
            board,
            feed,
            stores.journal(),
            stores.incidents(),
            new Surveyor(board, fleet, recommender, parts.clock()),
            parts.loop(),
            parts.clock(),
            parts.datums(),
            parts.meter(),
            seq -> parts.bus().committed(id, seq));
    this.deadlines =
        new DeadlineRunner(id, stores.timers(), commands, parts.loop(), parts.watch()::fault);
    this.arrivals = new HospitalArrivals(board, fleet, map, parts.clock());
    this.pages =
        new PageRunner(
            board,
            new PagedIncidents(board, feed, stores.incidents()),
            commands,
            arrivals,
            parts.paging(),
            parts.loop(),
            parts.clock(),
            parts.watch()::fault);
    this.proposals =
        new Proposals(
            board,
            fleet,
            recommender,
            parts.loop(),
            parts.clock(),
            streams::anybodyDispatches,
            streams::recommendation);
    this.catalogue = new CatalogueReload(board, map, parts, this::placeUnits);
    this.roads =
        new CenterRoads(
            map,
            board,
            parts.loop(),
            parts.workers(),
            parts.clock(),
            parts.watch()::fault,
            proposals::refresh);
    this.reopening =
        new RoadReopening(board, commands, parts.loop(), parts.clock(), parts.watch()::fault);
    this.positions = new PositionIntake(board, fleet, streams, parts);
    feed.listen(this::applied);
  }

  /** Loads the board and the last positions, closes its roads, then starts the rhythm. */
  Future<Void> start() {
    return askTime()
        .compose(known -> feed.start())
        .compose(loaded -> parts.stores().tracks().listLast(id))
        .compose(
            last -> {
              Promise<Void> placed = Promise.promise();
              parts
                  .loop()
                  .execute(
                      () -> {
                        placeUnits();
                        positions.takeFromElsewhere(last);
                        placed.complete();
                      });
              return placed.future();
            })
        .compose(placed -> roads.inUse())
        .onSuccess(closed -> parts.loop().execute(this::startRhythm));
  }

  /** Before anything is timed: this machine's own clock may be wrong by hours. */
  private Future<Void> askTime() {
    long asked = parts.clock().asking();
    return parts
        .stores()
        .journal()
        .head(id)
        .onSuccess(head -> parts.clock().observe(head.databaseTime(), asked))
        .mapEmpty();
  }

  private void startRhythm() {
    Loop loop = parts.loop();
    rhythm.add(loop.every(POSITIONS_OUT, positions::tell));
    rhythm.add(loop.every(DEADLINES, deadlines::run));
    rhythm.add(loop.every(PageRunner.PERIOD, pages::run));
    rhythm.add(loop.every(HEAD_POLL, this::pollHead));
    rhythm.add(loop.every(TRACK_WRITE, positions::write));
    rhythm.add(loop.every(HEARTBEAT, this::heartbeat));
    rhythm.add(loop.every(StreamHub.APPROACH, streams::approach));
    rhythm.add(loop.every(PROPOSALS, proposals::refresh));
    rhythm.add(loop.every(RoadReopening.PERIOD, reopening::run));
    rhythm.add(loop.every(CenterRoads.HOUR_CHECK, roads::refresh));
  }

  /** Stops the rhythm and writes what is left of the track. */
  Future<Void> stop() {
    Promise<Void> stopped = Promise.promise();
    parts
        .loop()
        .execute(
            () -> {
              rhythm.forEach(Runnable::run);
              rhythm.clear();
              positions.finish().onComplete(end -> stopped.complete());
            });
    return stopped.future();
  }

  private void applied(Applied applied) {
    streams.applied(applied);
    proposals.applied(applied);
    if (applied.entry().event() instanceof CatalogueChanged) {
      catalogue.reload();
    }
    if (applied.entry().event() instanceof RoadEvent) {
      roads.refresh();
    }
    if (applied.entry().event() instanceof PreAlertSent
        || applied.entry().event() instanceof Escalated) {
      pages.run();
    }
  }

  private void placeUnits() {
    Map<UnitId, LngLat> stations = new HashMap<>();
    board.units().forEach(u -> stations.put(u.id(), u.profile().stationPosition()));
    fleet.place(stations);
  }

  private void pollHead() {
    if (polling) {
      return;
    }
    polling = true;
    long asked = parts.clock().asking();
    parts
        .stores()
        .journal()
        .head(id)
        .onComplete(
            head ->
                parts
                    .loop()
                    .execute(
                        () -> {
                          polling = false;
                          streams.storage(head.succeeded());
                          parts.watch().storage(head.succeeded());
                          if (head.succeeded()) {
                            parts.clock().observe(head.result().databaseTime(), asked);
                            feed.heard(head.result().seq());
                            parts.watch().lag(id, head.result().seq() - board.seq());
                          }
                        }));
  }

  private void heartbeat() {
    streams.heartbeat();
    parts.bus().linked(id, fleet.linkedHere());
    parts.watch().sockets(id, streams.size());
  }

  /** Takes positions that came to this node; completes once they are in memory. */
  public Future<Void> reportPositions(Collection<UnitPosition> reports) {
    Promise<Void> taken = Promise.promise();
    parts
        .loop()
        .execute(
            () -> {
              positions.take(reports);
              taken.complete();
            });
    return taken.future();
  }

  /** Another node has committed up to {@code seq}. */
  void heard(long seq) {
    feed.heard(seq);
  }

  void movedElsewhere(List<UnitPosition> reports) {
    parts.loop().execute(() -> positions.takeFromElsewhere(reports));
  }

  void linkedElsewhere(String node, Set<UnitId> units) {
    parts.loop().execute(() -> fleet.linkedElsewhere(node, units));
  }

  /** The whole board as of one sequence number. */
  Future<Picture> takePicture() {
    Promise<Picture> taken = Promise.promise();
    parts.loop().execute(() -> taken.complete(board.picture(parts.clock().instant())));
    return taken.future();
  }

  public Board board() {
    return board;
  }

  public FleetTracker fleet() {
    return fleet;
  }

  public LiveRoads roads() {
    return roads;
  }

  public DestinationAdvisor advisor() {
    return advisor;
  }

  public CommandService commands() {
    return commands;
  }

  /**
   * The unit's assignments with something of up to {@code seq} that its crew has not confirmed, in
   * closed incidents too: a crew that was cancelled is on the road all the same. Catches up with
   * the journal first when the crew has heard more than this board.
   */
  public Future<List<AssignmentId>> listUnconfirmed(UnitId unit, long seq) {
    Future<Void> there = seq <= board.seq() ? Future.succeededFuture() : feed.catchUp();
    return there.map(
        caught ->
            board.listUnconfirmed().stream()
                .flatMap(incident -> incident.assignments().stream())
                .filter(a -> a.unitId().equals(unit) && a.noticePending())
                .filter(a -> Objects.requireNonNull(a.notice()).seq() <= seq)
                .map(Assignment::id)
                .toList());
  }

  /** What the unit's crew sees of {@code incident}. */
  public Optional<CrewAssignmentView> crewPicture(UnitId unit, Incident incident) {
    return pictures.crew(unit, incident);
  }

  /** What the person behind a link sees of {@code incident}. */
  public LocatorView callerPicture(Incident incident, String linkId) {
    return pictures.caller(incident, linkId);
  }

  /** A crew's socket opened here; told to the other nodes at once. */
  public void linkOpened(UnitId unit) {
    link(() -> fleet.linkOpened(unit));
  }

  public void linkClosed(UnitId unit) {
    link(() -> fleet.linkClosed(unit));
  }

  private void link(Runnable change) {
    Loop loop = parts.loop();
    loop.execute(
        () -> {
          change.run();
          parts.bus().linked(id, fleet.linkedHere());
        });
  }

  /** When patients come to hospitals. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** The catalogue was changed by entry {@code seq}; completes once it is in use here. */
  Future<Void> catalogueChanged(long seq) {
    parts.bus().committed(id, seq);
    return feed.catchUp().compose(caught -> catalogue.settled());
  }

  public StreamHub streams() {
    return streams;
  }
}
