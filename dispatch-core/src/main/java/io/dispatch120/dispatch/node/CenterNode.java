package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.command.CenterCommands;
import io.dispatch120.dispatch.command.CommandMeter;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.dispatch.command.DeadlineRunner;
import io.dispatch120.dispatch.fleet.FleetTracker;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.dispatch.stream.FrameWriter;
import io.dispatch120.dispatch.stream.StreamHub;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.MovingIndex;
import io.dispatch120.geo.api.TravelTimes;
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
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

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

  /** Track points kept while the database is away: a minute of 300 units; the oldest go first. */
  private static final int TRACK_BACKLOG = 20_000;

  private final CenterId id;
  private final NodeParts parts;
  private final LiveBoard board;
  private final BoardFeed feed;
  private final FleetTracker fleet;
  private final CenterCommands commands;
  private final EdgePictures pictures;
  private final StreamHub streams;
  private final DeadlineRunner deadlines;
  private final Proposals proposals;
  private final CatalogueReload catalogue;
  private final List<UnitPosition> movedHere = new ArrayList<>();
  private final List<UnitPosition> track = new ArrayList<>();
  private final List<Runnable> rhythm = new ArrayList<>();
  private boolean polling;
  private boolean writingTrack;

  /**
   * What every centre of a node shares.
   *
   * @param workers where snapshots are encoded
   * @param newIndex makes the index of a fleet
   * @param aedFinder makes the search over a catalogue's AEDs
   * @param watch told what goes on and what went wrong in the background
   */
  public record NodeParts(
      Stores stores,
      Loop loop,
      Executor workers,
      DatabaseClock clock,
      Datums datums,
      TravelTimes travelTimes,
      Recommender recommender,
      FrameWriter frames,
      CommandMeter meter,
      NodeBus bus,
      Supplier<MovingIndex<UnitId>> newIndex,
      Function<Catalogue, AedFinder> aedFinder,
      NodeWatch watch) {}

  CenterNode(CenterPolicy policy, CatalogueInUse inUse, NodeParts parts) {
    this.id = inUse.catalogue().center().id();
    this.parts = parts;
    this.board = new LiveBoard(id, policy, inUse, KEEP_CLOSED);
    Stores stores = parts.stores();
    this.feed =
        new BoardFeed(board, stores.journal(), stores.pictures(), stores.incidents(), parts.loop());
    this.fleet = new FleetTracker(parts.newIndex().get(), parts.clock());
    this.pictures = new EdgePictures(board, fleet, parts.travelTimes(), parts.clock());
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
            new Surveyor(board, fleet, parts.recommender(), parts.clock()),
            parts.loop(),
            parts.clock(),
            parts.datums(),
            parts.meter(),
            seq -> parts.bus().committed(id, seq));
    this.deadlines =
        new DeadlineRunner(id, stores.timers(), commands, parts.loop(), parts.watch()::fault);
    this.proposals =
        new Proposals(
            board,
            fleet,
            parts.recommender(),
            parts.loop(),
            parts.clock(),
            streams::anybodyDispatches,
            streams::recommendation);
    this.catalogue = new CatalogueReload(board, parts, this::placeUnits);
    feed.listen(this::applied);
  }

  /** Loads the board and the last positions, then starts the rhythm. */
  Future<Void> start() {
    return feed.start()
        .compose(loaded -> parts.stores().tracks().listLast(id))
        .compose(
            last -> {
              Promise<Void> started = Promise.promise();
              parts
                  .loop()
                  .execute(
                      () -> {
                        placeUnits();
                        fleet.take(known(last));
                        startRhythm();
                        started.complete();
                      });
              return started.future();
            });
  }

  private void startRhythm() {
    Loop loop = parts.loop();
    rhythm.add(loop.every(POSITIONS_OUT, this::positionsOut));
    rhythm.add(loop.every(DEADLINES, deadlines::run));
    rhythm.add(loop.every(HEAD_POLL, this::pollHead));
    rhythm.add(loop.every(TRACK_WRITE, this::writeTrack));
    rhythm.add(loop.every(HEARTBEAT, this::heartbeat));
    rhythm.add(loop.every(StreamHub.APPROACH, streams::approach));
    rhythm.add(loop.every(PROPOSALS, proposals::refresh));
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
              List<UnitPosition> rest = List.copyOf(track);
              track.clear();
              Future<Void> written =
                  rest.isEmpty()
                      ? Future.succeededFuture()
                      : parts.stores().tracks().record(id, rest);
              written.onComplete(end -> stopped.complete());
            });
    return stopped.future();
  }

  private void applied(Applied applied) {
    streams.applied(applied);
    proposals.applied(applied);
    if (applied.entry().event() instanceof CatalogueChanged) {
      catalogue.reload();
    }
  }

  private void placeUnits() {
    Map<UnitId, LngLat> stations = new HashMap<>();
    board.units().forEach(u -> stations.put(u.id(), u.profile().stationPosition()));
    fleet.place(stations);
  }

  private void positionsOut() {
    List<UnitPosition> moved = fleet.drainChanged();
    streams.positions(moved, fleet.listPositions());
    if (!movedHere.isEmpty()) {
      parts.bus().moved(id, List.copyOf(movedHere));
      movedHere.clear();
    }
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

  private void writeTrack() {
    if (writingTrack || track.isEmpty()) {
      return;
    }
    writingTrack = true;
    List<UnitPosition> batch = List.copyOf(track);
    parts
        .stores()
        .tracks()
        .record(id, batch)
        .onComplete(
            end ->
                parts
                    .loop()
                    .execute(
                        () -> {
                          writingTrack = false;
                          if (end.succeeded()) {
                            track.subList(0, Math.min(batch.size(), track.size())).clear();
                          } else {
                            parts.watch().fault(end.cause());
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
              List<UnitPosition> known = known(reports);
              known.stream().map(UnitPosition::unitId).distinct().forEach(fleet::heardFrom);
              movedHere.addAll(fleet.take(known));
              track.addAll(known);
              // Positions matter while they are fresh: of a backlog the oldest go first.
              int surplus = track.size() - TRACK_BACKLOG;
              if (surplus > 0 && !writingTrack) {
                track.subList(0, surplus).clear();
              }
              taken.complete();
            });
    return taken.future();
  }

  private List<UnitPosition> known(Collection<UnitPosition> reports) {
    return reports.stream().filter(r -> board.findUnit(r.unitId()).isPresent()).toList();
  }

  /** Another node has committed up to {@code seq}. */
  void heard(long seq) {
    feed.heard(seq);
  }

  void movedElsewhere(List<UnitPosition> positions) {
    parts.loop().execute(() -> fleet.take(known(positions)));
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

  /** The catalogue was changed by entry {@code seq}; completes once it is in use here. */
  Future<Void> catalogueChanged(long seq) {
    parts.bus().committed(id, seq);
    return feed.catchUp().compose(caught -> catalogue.settled());
  }

  public StreamHub streams() {
    return streams;
  }
}
