package io.dispatch120.dispatch.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardFeedTest {
  private static final CenterId CENTER = new CenterId("feed");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final VirtualTime time = new VirtualTime();
  private final ManualLoop loop = new ManualLoop(time);
  private final InMemoryStorage storage = new InMemoryStorage(time);
  private final Line line = new Line();
  private final List<Long> applied = new ArrayList<>();
  private LiveBoard board;
  private BoardFeed feed;

  @BeforeEach
  void start() {
    storage.catalogues().seed(Scenario.catalogue(CENTER, 3));
    board =
        new LiveBoard(
            CENTER,
            CenterPolicy.defaults(ZONE, "XJ"),
            new LiveBoard.CatalogueInUse(
                Scenario.catalogue(CENTER, 3),
                new IndexedAedFinder(
                    List.of(),
                    ZONE,
                    new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS))),
            1);
    feed = new BoardFeed(board, line, storage.boards(), storage.incidents(), loop);
    feed.listen(entry -> applied.add(entry.entry().seq()));
    feed.start();
    time.settle();
  }

  private List<JournalEntry> append(AppendCommand command) {
    AppendOutcome.Committed done =
        (AppendOutcome.Committed)
            storage.journal().append(CENTER, List.of(command)).result().get(0);
    return storage
        .journal()
        .read(CENTER, done.firstSeq() - 1, (int) (done.lastSeq() - done.firstSeq() + 1))
        .result();
  }

  private List<JournalEntry> call() {
    return append(Scenario.receiveCall(CENTER, new IncidentId(UUID.randomUUID().toString())));
  }

  private static List<Long> numbers(long last) {
    return LongStream.rangeClosed(2, last).boxed().toList();
  }

  @Test
  void takesItsOwnCommitsWithoutReading() {
    feed.committed(call());
    time.settle();

    assertThat(applied).isEqualTo(numbers(5));
    assertThat(line.reads).isZero();
  }

  @Test
  void readsWhatIsMissingBeforeItsOwnCommit() {
    call();
    List<JournalEntry> own = call();
    Future<Void> shown = feed.applied(own.get(3).seq());

    feed.committed(own);
    time.settle();

    assertThat(applied).isEqualTo(numbers(9));
    assertThat(shown.succeeded()).isTrue();
  }

  @Test
  void takesEntriesOnceHoweverOftenAndInWhateverOrderTheyCome() {
    List<JournalEntry> first = call();
    List<JournalEntry> second = call();

    feed.heard(9);
    feed.committed(second);
    feed.committed(first);
    feed.committed(first);
    feed.heard(5);
    time.settle();

    assertThat(applied).isEqualTo(numbers(9));
  }

  @Test
  void hearsOfACommitBeforeItCanBeReadAndTriesAgainLater() {
    feed.heard(5);
    time.settle();
    assertThat(applied).isEmpty();

    call();
    feed.heard(5);
    time.settle();

    assertThat(applied).isEqualTo(numbers(5));
  }

  @Test
  void failsWhoWaitsWhileTheJournalCannotBeReadAndRecovers() {
    call();
    line.away = true;
    Future<Void> waiting = feed.applied(5);
    time.settle();
    assertThat(waiting.cause()).isInstanceOf(StorageUnavailable.class);

    line.away = false;
    Future<Void> caughtUp = feed.catchUp();
    time.settle();

    assertThat(caughtUp.succeeded()).isTrue();
    assertThat(applied).isEqualTo(numbers(5));
  }

  @Test
  void completesWhoWaitsInTheOrderOfTheJournal() {
    List<Long> told = new ArrayList<>();
    for (long seq : new long[] {5, 3, 4}) {
      feed.applied(seq).onSuccess(done -> told.add(seq));
    }

    feed.committed(call());
    time.settle();

    assertThat(told).containsExactly(3L, 4L, 5L);
  }

  @Test
  void recallsAnIncidentThatHadLeftTheBoard() {
    IncidentId old = new IncidentId("old");
    append(Scenario.receiveCall(CENTER, old));
    append(Scenario.close(old));
    IncidentId newer = new IncidentId("newer");
    append(Scenario.receiveCall(CENTER, newer));
    append(Scenario.close(newer));
    feed.catchUp();
    time.settle();
    assertThat(board.findIncident(old)).as("one closed incident stays at hand").isEmpty();

    append(Scenario.close(old));
    feed.catchUp();
    time.settle();

    assertThat(board.seq()).isEqualTo(12);
    assertThat(board.findIncident(old).orElseThrow().revision()).isEqualTo(12);
  }

  @Test
  void catchesUpThoughMoreOfItsOwnCommitsWaitBehindAGapThanItHolds() {
    for (int i = 0; i < 3; i++) {
      call();
    }
    line.reading = false;
    feed.heard(13);
    List<JournalEntry> own = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      own.addAll(call());
    }
    feed.committed(own);
    time.settle();

    line.goOn();
    time.settle();

    assertThat(applied).isEqualTo(numbers(1 + 403 * 4));
  }

  @Test
  void leavesNobodyWaitingWhenAListenerFails() {
    feed.listen(
        entry -> {
          throw new IllegalStateException("a bug");
        });
    List<JournalEntry> own = call();
    Future<Void> shown = feed.applied(2);

    feed.committed(own);
    time.settle();

    assertThat(shown.succeeded()).isTrue();
  }

  /** The journal over a line that can be cut. */
  private final class Line implements Journal {
    private boolean away;
    private boolean reading = true;
    private int reads;
    private final List<Runnable> held = new ArrayList<>();

    @Override
    public Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
      reads++;
      if (away) {
        return Future.failedFuture(new StorageUnavailable("away", false, null));
      }
      return reading
          ? storage.journal().read(center, after, limit)
          : Future.future(
              promise ->
                  held.add(() -> storage.journal().read(center, after, limit).onComplete(promise)));
    }

    void goOn() {
      reading = true;
      held.forEach(Runnable::run);
    }

    @Override
    public Future<Head> head(CenterId center) {
      return storage.journal().head(center);
    }

    @Override
    public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
      throw new UnsupportedOperationException();
    }
  }
}
