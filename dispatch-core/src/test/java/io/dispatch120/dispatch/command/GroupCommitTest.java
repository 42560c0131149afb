package io.dispatch120.dispatch.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.ManualLoop;
import io.dispatch120.dispatch.board.VirtualTime;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final StorageUnavailable UNKNOWN = new StorageUnavailable("broke", true, null);
  private static final StorageUnavailable AWAY = new StorageUnavailable("refused", false, null);

  private final VirtualTime time = new VirtualTime();
  private final ManualLoop loop = new ManualLoop(time);
  private final Asked journal = new Asked();
  private final GroupCommit commits = new GroupCommit(new CenterId("c"), journal, loop, size -> {});

  private Future<AppendOutcome> append() {
    return commits.append(Scenario.command(List.of(), List.of(), List.of()));
  }

  private List<Future<AppendOutcome>> append(int count) {
    List<Future<AppendOutcome>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(append());
    }
    time.settle();
    return all;
  }

  @Test
  void gathersWhatComesWhileAnAppendIsUnderWay() {
    append(100);
    assertThat(journal.sizes()).containsExactly(1);

    journal.commit();
    time.settle();
    assertThat(journal.sizes()).containsExactly(1, 64);
    journal.commit();
    time.settle();

    assertThat(journal.sizes()).containsExactly(1, 64, 35);
  }

  @Test
  void asksAgainWithTheSameIdsWhenTheOutcomeIsNotKnown() {
    Future<AppendOutcome> outcome = append(1).get(0);

    journal.fail(UNKNOWN);
    time.pass(Duration.ofSeconds(1));

    assertThat(journal.batches).hasSize(2);
    assertThat(journal.batches.get(1)).isEqualTo(journal.batches.get(0));
    journal.commit();
    time.settle();
    assertThat(outcome.succeeded()).isTrue();
  }

  @Test
  void neverSaysNotStoredOnceATryMayHaveBeen() {
    Future<AppendOutcome> outcome = append(1).get(0);

    journal.fail(UNKNOWN);
    time.pass(Duration.ofSeconds(1));
    journal.fail(AWAY);
    time.settle();

    assertThat(((StorageUnavailable) outcome.cause()).outcomeUnknown()).isTrue();
  }

  @Test
  void givesUpAfterAWhileAndServesTheNext() {
    Future<AppendOutcome> outcome = append(1).get(0);
    for (int i = 0; i < 4; i++) {
      journal.fail(UNKNOWN);
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(outcome.failed()).isTrue();

    Future<AppendOutcome> next = append(1).get(0);
    journal.commit();
    time.settle();

    assertThat(next.succeeded()).isTrue();
  }

  @Test
  void tellsEveryMateThatTheDatabaseIsAway() {
    append(1);
    List<Future<AppendOutcome>> mates = append(5);
    journal.commit();
    time.settle();

    journal.fail(AWAY);
    time.settle();

    assertThat(mates).allSatisfy(mate -> assertThat(mate.cause()).isSameAs(AWAY));
    assertThat(journal.batches).hasSize(2);
  }

  @Test
  void writesOneByOneWhatCannotBeWrittenTogether() {
    append(1);
    List<Future<AppendOutcome>> mates = append(3);
    journal.commit();
    time.settle();

    journal.fail(new IllegalArgumentException("one of them"));
    time.settle();
    journal.commit();
    time.settle();
    journal.fail(new IllegalArgumentException("this one"));
    time.settle();
    journal.commit();
    time.settle();

    assertThat(journal.sizes()).containsExactly(1, 3, 1, 1, 1);
    assertThat(mates.stream().map(Future::succeeded)).containsExactly(true, false, true);
  }

  @Test
  void outlivesAJournalThatThrows() {
    journal.throwing = true;
    Future<AppendOutcome> lost = append(1).get(0);
    journal.throwing = false;
    Future<AppendOutcome> next = append(1).get(0);
    journal.commit();
    time.settle();

    assertThat(lost.failed()).isTrue();
    assertThat(next.succeeded()).isTrue();
  }

  /** A journal that answers when it is told to. */
  private static final class Asked implements Journal {
    private final List<List<UUID>> batches = new ArrayList<>();
    private Promise<List<AppendOutcome>> open = Promise.promise();
    private boolean throwing;

    List<Integer> sizes() {
      return batches.stream().map(List::size).toList();
    }

    void commit() {
      int size = batches.get(batches.size() - 1).size();
      List<AppendOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        outcomes.add(new AppendOutcome.Replayed(1, 1));
      }
      open.complete(outcomes);
    }

    void fail(RuntimeException cause) {
      open.fail(cause);
    }

    @Override
    public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
      if (throwing) {
        throw new IllegalStateException("a bug");
      }
      batches.add(commands.stream().map(AppendCommand::id).toList());
      open = Promise.promise();
      return open.future();
    }

    @Override
    public Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Head> head(CenterId center) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
      throw new UnsupportedOperationException();
    }
  }
}
