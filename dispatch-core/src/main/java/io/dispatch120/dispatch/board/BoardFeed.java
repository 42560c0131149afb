package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings the journal to the board, in sequence order and without a gap, wherever entries come from:
 * the node's own commits at once, other nodes' commits when their number is heard or polled. What
 * is missing is read from the journal. Everything runs on {@code loop}, one thread at a time; the
 * public methods may be called from any thread.
 */
public final class BoardFeed {
  /** Entries read from the journal at once; bounds memory while catching up. */
  private static final int READ_LIMIT = 500;

  /** Entries held back behind a gap; what is beyond is read from the journal anyway. */
  private static final int HOLD_LIMIT = 1_000;

  private final CenterId center;
  private final LiveBoard board;
  private final Journal journal;
  private final BoardSource source;
  private final IncidentStore incidents;
  private final Executor loop;
  private final List<Consumer<Applied>> listeners = new ArrayList<>();
  private final TreeMap<Long, JournalEntry> held = new TreeMap<>();
  private final TreeMap<Long, List<Promise<Void>>> waiting = new TreeMap<>();
  private long known;
  private boolean busy;

  public BoardFeed(
      LiveBoard board,
      Journal journal,
      BoardSource source,
      IncidentStore incidents,
      Executor loop) {
    this.center = board.center();
    this.board = board;
    this.journal = journal;
    this.source = source;
    this.incidents = incidents;
    this.loop = loop;
  }

  /** Hears every entry right after the board took it, on the loop. Before {@link #start()} only. */
  public void listen(Consumer<Applied> listener) {
    listeners.add(listener);
  }

  /** Loads the board from the database. */
  public Future<Void> start() {
    Promise<Void> done = Promise.promise();
    source
        .load(center)
        .onFailure(done::fail)
        .onSuccess(
            picture ->
                loop.execute(
                    () -> {
                      board.restore(picture);
                      known = picture.seq();
                      done.complete();
                    }));
    return done.future();
  }

  /** Entries this node has just committed, in order. */
  public void committed(List<JournalEntry> entries) {
    loop.execute(
        () -> {
          entries.forEach(this::hold);
          advance();
        });
  }

  /** The journal is known to reach {@code seq}. */
  public void heard(long seq) {
    loop.execute(
        () -> {
          known = Math.max(known, seq);
          advance();
        });
  }

  /**
   * Completes once the board shows entry {@code seq}. Fails when the journal cannot be read
   * meanwhile.
   */
  public Future<Void> applied(long seq) {
    Promise<Void> done = Promise.promise();
    loop.execute(
        () -> {
          known = Math.max(known, seq);
          if (board.seq() >= seq) {
            done.complete();
          } else {
            waiting.computeIfAbsent(seq, s -> new ArrayList<>()).add(done);
            advance();
          }
        });
    return done.future();
  }

  /** Brings the board to the journal's present end. */
  public Future<Void> catchUp() {
    return journal.head(center).compose(head -> applied(head.seq()));
  }

  private void hold(JournalEntry entry) {
    known = Math.max(known, entry.seq());
    if (entry.seq() > board.seq()) {
      held.put(entry.seq(), entry);
    }
    if (held.size() > HOLD_LIMIT) {
      // The furthest goes: the nearest are what the board needs next.
      held.pollLastEntry();
    }
  }

  private void advance() {
    if (busy) {
      return;
    }
    held.headMap(board.seq(), true).clear();
    while (!held.isEmpty() && held.firstKey() == board.seq() + 1) {
      JournalEntry next = held.firstEntry().getValue();
      if (!board.holdsStateOf(next)) {
        recall(next);
        return;
      }
      held.pollFirstEntry();
      take(next);
    }
    if (board.seq() < known) {
      readOn();
    }
  }

  private void take(JournalEntry entry) {
    Applied applied = board.apply(entry);
    try {
      listeners.forEach(listener -> listener.accept(applied));
    } finally {
      // The board has it, whatever a listener makes of it: nobody is left waiting.
      tellWaiting();
    }
  }

  private void tellWaiting() {
    Map<Long, List<Promise<Void>>> reached = waiting.headMap(board.seq(), true);
    List<Promise<Void>> due = reached.values().stream().flatMap(List::stream).toList();
    reached.clear();
    due.forEach(Promise::complete);
  }

  private void readOn() {
    busy = true;
    journal
        .read(center, board.seq(), READ_LIMIT)
        .onComplete(
            read ->
                loop.execute(
                    () -> {
                      busy = false;
                      if (read.failed()) {
                        fail(read.cause());
                      } else if (read.result().isEmpty()) {
                        // Told of more than there is: believe the journal.
                        known = board.seq();
                        fail(new IllegalStateException("the journal ends at " + known));
                      } else {
                        read.result().forEach(this::hold);
                        advance();
                      }
                    }));
  }

  /** Fetches an incident that had left the board, as it was before {@code entry}. */
  private void recall(JournalEntry entry) {
    busy = true;
    Future<Optional<Incident>> found =
        entry.incidentId() == null
            ? Future.succeededFuture(Optional.empty())
            : incidents.findAsOf(center, entry.incidentId(), entry.seq() - 1);
    found.onComplete(
        read ->
            loop.execute(
                () -> {
                  busy = false;
                  if (read.failed()) {
                    fail(read.cause());
                  } else if (read.result().isEmpty()) {
                    fail(new IllegalStateException("no incident for entry " + entry.seq()));
                  } else {
                    board.recall(read.result().get());
                    advance();
                  }
                }));
  }

  /**
   * Nobody waits for a board that cannot move; the next commit, bus message or poll tries again.
   */
  private void fail(Throwable cause) {
    List<Promise<Void>> all = waiting.values().stream().flatMap(List::stream).toList();
    waiting.clear();
    all.forEach(promise -> promise.fail(cause));
  }
}
