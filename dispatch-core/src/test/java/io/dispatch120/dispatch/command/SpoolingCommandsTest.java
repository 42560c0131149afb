package io.dispatch120.dispatch.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.board.VirtualTime;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.node.QuietCenter;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpoolingCommandsTest {
  private static final StorageUnavailable AWAY = new StorageUnavailable("away", false, null);

  private final VirtualTime time = new VirtualTime();
  private final Disk disk = new Disk();
  private final List<CommandRequest> entered = new ArrayList<>();
  private final Map<UUID, Future<CommandResult>> answers = new HashMap<>();
  private boolean away = true;
  private final SpoolingCommands commands = new SpoolingCommands(this::execute, disk, time);

  private Future<CommandResult> execute(CommandRequest request) {
    if (away) {
      return Future.failedFuture(AWAY);
    }
    entered.add(request);
    return answers.getOrDefault(
        request.commandId(),
        Future.succeededFuture(
            new CommandResult.Done(
                request.commandId(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private CommandRequest spooled() {
    CommandRequest call = QuietCenter.request(QuietCenter.call(false));
    assertThat(commands.execute(call).result())
        .isEqualTo(new CommandResult.Spooled(call.commandId()));
    return call;
  }

  @Test
  void keepsCallsAndEntersThemWithTheTimeTheyWereTaken() {
    CommandRequest first = spooled();
    Instant taken = time.instant();
    time.pass(Duration.ofMinutes(1));
    CommandRequest second = spooled();
    assertThat(commands.waiting()).isEqualTo(2);

    away = false;
    assertThat(commands.drain().succeeded()).isTrue();
    assertThat(commands.drain().succeeded()).isTrue();

    assertThat(entered)
        .extracting(CommandRequest::commandId)
        .containsExactly(first.commandId(), second.commandId());
    assertThat(entered.get(0).happenedAt()).isEqualTo(taken);
    assertThat(commands.waiting()).isZero();
  }

  @Test
  void refusesEverythingElseMeanwhile() {
    CommandRequest other = QuietCenter.request(QuietCenter.assign(new IncidentId("i"), 1));

    assertThat(commands.execute(other).cause()).isSameAs(AWAY);
    assertThat(disk.files).isEmpty();
  }

  @Test
  void saysNotStoredWhenTheDiskIsFullToo() {
    disk.full = true;

    Future<CommandResult> answer = commands.execute(QuietCenter.request(QuietCenter.call(false)));

    assertThat(answer.cause()).isSameAs(AWAY);
    assertThat(commands.waiting()).isZero();
  }

  @Test
  void stopsWhileTheDatabaseStaysAway() {
    spooled();

    assertThat(commands.drain().failed()).isTrue();
    assertThat(disk.files).hasSize(1);
  }

  @Test
  void aCallThatCannotEnterHoldsUpNoOther() {
    CommandRequest bad = spooled();
    CommandRequest good = spooled();
    away = false;
    answers.put(bad.commandId(), Future.failedFuture(new IllegalStateException("a bug")));

    assertThat(commands.drain().failed()).isTrue();

    assertThat(entered).extracting(CommandRequest::commandId).contains(good.commandId());
    assertThat(disk.files.keySet()).containsExactly(bad.commandId());
    assertThat(commands.waiting()).isEqualTo(1);
  }

  @Test
  void dropsNoCallWhoseKeyWasUsedForAnother() {
    CommandRequest call = spooled();
    away = false;
    answers.put(call.commandId(), Future.succeededFuture(new CommandResult.KeyReused()));

    assertThat(commands.drain().succeeded()).isTrue();

    assertThat(entered).hasSize(2);
    assertThat(entered.get(1).commandId()).isNotEqualTo(call.commandId());
    assertThat(entered.get(1).command()).isEqualTo(call.command());
    assertThat(disk.files).isEmpty();
  }

  private static final class Disk implements CallSpool {
    private final Map<UUID, Entry> files = new LinkedHashMap<>();
    private boolean full;

    @Override
    public Future<Void> keep(Entry entry) {
      if (full) {
        return Future.failedFuture(new IOException("No space left on device"));
      }
      files.putIfAbsent(entry.commandId(), entry);
      return Future.succeededFuture();
    }

    @Override
    public Future<List<Entry>> list() {
      return Future.succeededFuture(List.copyOf(files.values()));
    }

    @Override
    public Future<Void> remove(UUID commandId) {
      files.remove(commandId);
      return Future.succeededFuture();
    }
  }
}
