package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.stream.Frames.UnitOnMap;
import io.dispatch120.dispatch.view.BoardViews;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.dispatch.view.UnitViews;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every stream of one centre on this node. A listener starts on the loop, between two events, from
 * a snapshot taken there or from the recent events behind its {@code since}; so nothing can fall
 * between. Snapshots are encoded off the loop and shared by those who start at the same event.
 */
public final class StreamHub implements ConsoleStreams {
  /** How often callers are told of units that come closer. */
  public static final Duration APPROACH = Duration.ofSeconds(5);

  /**
   * Events kept for clients that come back: about ten minutes of a disaster, hours of a normal
   * shift.
   */
  private static final int RECENT_LIMIT = 4_096;

  /**
   * A snapshot is shared by those who come back together. Where units are, and who is connected, is
   * no event: an older one would show it as it was.
   */
  private static final Duration SHARED = Duration.ofSeconds(1);

  private static final Set<Role> SEES_EVERYTHING =
      EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR, Role.OBSERVER);

  private final LiveBoard board;
  private final BoardFeed feed;
  private final LiveFleet fleet;
  private final FrameWriter writer;
  private final EdgeListeners.Pictures pictures;
  private final Loop loop;
  private final Executor workers;
  private final InstantSource clock;
  private final RecentEvents recent = new RecentEvents(RECENT_LIMIT);
  private final List<Listener> listeners = new ArrayList<>();
  private @Nullable Shared full;
  private @Nullable Shared masked;
  private boolean storageAvailable = true;

  /** A snapshot in the making, or made, for all who start at {@code seq}. */
  private record Shared(long seq, Instant since, Future<String> frame) {}

  /**
   * @param workers where snapshots are encoded
   * @param clock database time
   */
  public StreamHub(
      LiveBoard board,
      BoardFeed feed,
      LiveFleet fleet,
      FrameWriter writer,
      EdgeListeners.Pictures pictures,
      Loop loop,
      Executor workers,
      InstantSource clock) {
    this.board = board;
    this.feed = feed;
    this.fleet = fleet;
    this.writer = writer;
    this.pictures = pictures;
    this.loop = loop;
    this.workers = workers;
    this.clock = clock;
  }

  /** Takes what the board has just applied. On the loop. */
  public void applied(Applied applied) {
    Instant now = clock.instant();
    Recent event =
        new Recent(
            applied,
            () -> applied.incident().stream().map(i -> IncidentViews.of(i, now)).toList(),
            () -> applied.unit().stream().map(u -> UnitViews.of(u, fleet, now)).toList());
    recent.add(event);
    each(listener -> listener.deliver(event));
  }

  /**
   * Sends what moved, and to those who just started every position. On the loop, at most 4 times a
   * second.
   */
  public void positions(Collection<UnitPosition> moved, Collection<UnitPosition> all) {
    List<UnitOnMap> changed = moved.stream().map(this::onMap).toList();
    Once changedForAll = new Once(() -> positionsFrame(changed, false));
    Once everything = new Once(() -> positionsFrame(all.stream().map(this::onMap).toList(), true));
    each(
        listener -> {
          if (listener.seesEverything()) {
            listener.positions(changedForAll, everything);
          } else {
            listener.positions(
                () -> positionsFrame(visible(listener, changed), false),
                () ->
                    positionsFrame(
                        visible(listener, all.stream().map(this::onMap).toList()), true));
          }
        });
  }

  private UnitOnMap onMap(UnitPosition position) {
    return UnitOnMap.of(position, fleet.suspect(position.unitId()));
  }

  /** Tells callers and hospitals how the units on their way come closer. On the loop, every 5 s. */
  public void approach() {
    each(Listener::tellApproach);
  }

  /** Tells everybody up to where they are complete. On the loop, every 2 s. */
  public void heartbeat() {
    String frame =
        writer.write(new Frames.Heartbeat(board.seq(), clock.instant(), storageAvailable), false);
    each(listener -> listener.send(frame));
  }

  /** Says at once when the database goes away or comes back. On the loop. */
  public void storage(boolean available) {
    if (storageAvailable != available) {
      storageAvailable = available;
      heartbeat();
    }
  }

  /** A new proposal for an incident that waits: to those who dispatch. On the loop. */
  public void recommendation(RecommendationView view) {
    String frame = writer.write(new Frames.Recommendation(view), false);
    each(
        listener -> {
          if (listener.seesEverything() && !listener.masked()) {
            listener.send(frame);
          }
        });
  }

  /** Whether anybody is there to see proposals. */
  public boolean anybodyDispatches() {
    return listeners.stream().anyMatch(listener -> listener.seesEverything() && !listener.masked());
  }

  public int size() {
    return listeners.size();
  }

  @Override
  public Future<StreamHandle> open(SessionUser user, OptionalLong since, FrameSink sink) {
    if (user.role() == Role.STATION && user.stationId() != null) {
      return open(
          Listeners.Desk.ofStation(sink, writer, this::snapshot, board, user.stationId()), since);
    }
    if (user.role() == Role.HOSPITAL && user.hospitalId() != null) {
      return open(
          new HospitalDesk(
              sink,
              writer,
              user.hospitalId(),
              new HospitalDesk.Sources(
                  board, fleet, pictures, () -> board.picture(clock.instant()), clock)),
          since);
    }
    if (!SEES_EVERYTHING.contains(user.role())) {
      // A desk that is nobody's must not become everybody's.
      return Future.failedFuture(
          new IllegalArgumentException("no stream for " + user.role() + " " + user.username()));
    }
    boolean hidePersonal = user.role() == Role.OBSERVER;
    return open(new Listeners.Everything(sink, writer, this::snapshot, hidePersonal), since);
  }

  /** The stream of a crew's device. */
  public Future<StreamHandle> openCrew(UnitId unit, OptionalLong since, FrameSink sink) {
    return open(new EdgeListeners.Crew(sink, writer, unit, board, pictures), since);
  }

  /** The stream of the page behind a location-sharing link. */
  public Future<StreamHandle> openCaller(
      Incident incident, String linkId, OptionalLong since, FrameSink sink) {
    return open(new EdgeListeners.Caller(sink, writer, board, pictures, incident, linkId), since);
  }

  private Future<StreamHandle> open(Listener listener, OptionalLong since) {
    Promise<StreamHandle> opened = Promise.promise();
    loop.execute(
        () -> {
          listeners.add(listener);
          opened.complete(() -> loop.execute(() -> drop(listener)));
          if (since.isPresent() && since.getAsLong() > board.seq()) {
            // The client has seen more than this node: catch up first, never show it an older
            // board.
            feed.catchUp().onComplete(caught -> loop.execute(() -> start(listener, since)));
          } else {
            start(listener, since);
          }
        });
    return opened.future();
  }

  private void drop(Listener listener) {
    listener.close();
    listeners.remove(listener);
  }

  private void start(Listener listener, OptionalLong since) {
    boolean resumable =
        since.isPresent()
            && listener.resumable()
            && since.getAsLong() <= board.seq()
            && recent.reachBack(since.getAsLong(), board.seq());
    if (resumable) {
      follow(listener, since.getAsLong());
    } else {
      startFromSnapshot(listener);
    }
  }

  private void follow(Listener listener, long since) {
    listener.startAt(since);
    recent.after(since).forEach(listener::deliver);
    listener.tellApproach();
    listener.send(
        writer.write(new Frames.Heartbeat(board.seq(), clock.instant(), storageAvailable), false));
  }

  private void startFromSnapshot(Listener listener) {
    long seq = board.seq();
    Future<String> frame =
        listener.seesEverything() ? shared(seq, listener) : encode(seq, listener);
    frame.onComplete(
        done ->
            loop.execute(
                () -> {
                  if (listener.closed()) {
                    return;
                  }
                  if (done.failed()) {
                    listener.sink().close(1011, "snapshot failed");
                    drop(listener);
                  } else if (recent.reachBack(seq, board.seq())) {
                    listener.send(done.result());
                    follow(listener, seq);
                  } else {
                    startFromSnapshot(listener);
                  }
                }));
  }

  private Future<String> shared(long seq, Listener listener) {
    Shared present = listener.masked() ? masked : full;
    Instant now = clock.instant();
    if (present != null
        && present.seq() == seq
        && !present.frame().failed()
        && now.isBefore(present.since().plus(SHARED))) {
      return present.frame();
    }
    Shared fresh = new Shared(seq, now, encode(seq, listener));
    if (listener.masked()) {
      masked = fresh;
    } else {
      full = fresh;
    }
    return fresh.frame();
  }

  private Future<String> encode(long seq, Listener listener) {
    Frames.Snapshot frame = new Frames.Snapshot(seq, listener.snapshot());
    boolean hidePersonal = listener.masked();
    Promise<String> text = Promise.promise();
    workers.execute(
        () -> {
          try {
            text.complete(writer.write(frame, hidePersonal));
          } catch (RuntimeException bug) {
            text.fail(bug);
          }
        });
    return text.future();
  }

  private BoardView snapshot() {
    Instant now = clock.instant();
    return BoardViews.of(board.center(), board.picture(now), fleet, now);
  }

  private void each(Consumer<Listener> action) {
    for (Listener listener : List.copyOf(listeners)) {
      if (listener.closed()) {
        listeners.remove(listener);
      } else if (listener.started()) {
        action.accept(listener);
      }
    }
  }

  private static List<UnitOnMap> visible(Listener listener, List<UnitOnMap> units) {
    return units.stream().filter(unit -> listener.seesUnit(unit.unitId())).toList();
  }

  private String positionsFrame(List<UnitOnMap> units, boolean evenIfNone) {
    return units.isEmpty() && !evenIfNone ? "" : writer.write(new Frames.Positions(units), false);
  }

  /** Encodes at most once, and only when somebody needs it. */
  private static final class Once implements Supplier<String> {
    private final Supplier<String> make;
    private @Nullable String made;

    Once(Supplier<String> make) {
      this.make = make;
    }

    @Override
    public String get() {
      if (made == null) {
        made = make.get();
      }
      return made;
    }
  }
}
