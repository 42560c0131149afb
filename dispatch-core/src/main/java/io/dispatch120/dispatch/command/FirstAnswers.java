package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Answers a repeated command as the first time: with what it wrote, and the states as they were
 * right after that, however much has happened since.
 */
final class FirstAnswers {
  private final Board board;
  private final BoardFeed feed;
  private final Journal journal;
  private final IncidentStore incidents;

  FirstAnswers(Board board, BoardFeed feed, Journal journal, IncidentStore incidents) {
    this.board = board;
    this.feed = feed;
    this.journal = journal;
    this.incidents = incidents;
  }

  /** What was committed is never said to be not stored, whatever fails after it. */
  static <T> Future<T> storedAlready(Throwable cause) {
    return Future.failedFuture(
        new StorageUnavailable("stored, but its answer cannot be given now", true, cause));
  }

  /**
   * @param lastSeq the journal's end right after the command, where that is known
   */
  Future<CommandResult> again(CommandRequest request, Targets targets, OptionalLong lastSeq) {
    return journal
        .findRecorded(request.center(), request.commandId())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(
                        new IllegalStateException("the recorded answer has just expired"))
                    : answer(request, targets, found.get(), lastSeq))
        .recover(FirstAnswers::storedAlready);
  }

  private Future<CommandResult> answer(
      CommandRequest request, Targets targets, Journal.Recorded recorded, OptionalLong lastSeq) {
    if (!recorded.fingerprint().equals(request.fingerprint())) {
      return Future.succeededFuture(new CommandResult.KeyReused());
    }
    List<JournalEntry> entries = recorded.entries();
    long last =
        entries.isEmpty() ? lastSeq.orElseGet(board::seq) : entries.get(entries.size() - 1).seq();
    Optional<IncidentId> main = main(request, targets, entries);
    Optional<IncidentId> other =
        touched(entries).filter(id -> !main.equals(Optional.of(id))).findFirst();
    return feed.applied(last)
        .compose(shown -> asOf(main, last))
        .compose(
            incident ->
                asOf(other, last)
                    .map(
                        left ->
                            new CommandResult.Done(
                                request.commandId(),
                                true,
                                entries,
                                incident,
                                left,
                                targets.unit().flatMap(board::findUnit))));
  }

  /** What a call, patient or alert belonged to then; it may belong to another incident now. */
  private static Optional<IncidentId> main(
      CommandRequest request, Targets targets, List<JournalEntry> entries) {
    if (request.command() instanceof Command.OfIncident of) {
      return Optional.of(of.incidentId());
    }
    if (request.command() instanceof Command.LinkCall link) {
      return Optional.of(link.incidentId());
    }
    return touched(entries).findFirst().or(targets::incident);
  }

  private static Stream<IncidentId> touched(List<JournalEntry> entries) {
    return entries.stream().map(JournalEntry::incidentId).filter(Objects::nonNull);
  }

  private Future<Optional<Incident>> asOf(Optional<IncidentId> id, long seq) {
    return id.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : incidents.findAsOf(board.center(), id.get(), seq);
  }
}
