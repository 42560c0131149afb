package io.dispatch120.app.cli;

import io.dispatch120.app.cli.JournalVerification.Fault;
import io.dispatch120.app.cli.JournalVerification.Verdict;
import io.dispatch120.app.storage.DatabaseAccess;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify-journal}. */
@Command(
    name = "verify-journal",
    description =
        "Checks sequence and hash chain of every center's journal; ends with 1 and the first bad"
            + " sequence number when an event was changed, removed, inserted or moved.")
final class VerifyJournalCommand implements Callable<Integer> {
  private final CommandContext context;
  private final JournalVerification journal;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  VerifyJournalCommand(CommandContext context, JournalVerification journal) {
    this.context = context;
    this.journal = journal;
  }

  @Override
  public Integer call() {
    List<Verdict> verdicts =
        new DatabaseAccess(context.storage(config.file())).with(journal::verify);
    PrintWriter out = spec.commandLine().getOut();
    verdicts.forEach(verdict -> out.println(line(verdict)));
    if (verdicts.isEmpty()) {
      out.println("No journal yet: nothing was ever recorded.");
    }
    boolean whole = verdicts.stream().allMatch(verdict -> verdict.fault().isEmpty());
    if (!whole) {
      out.println("Keep the database as it is and compare it with a backup from that event on.");
    }
    return whole ? 0 : 1;
  }

  private static String line(Verdict verdict) {
    if (verdict.fault().isEmpty()) {
      return "Center %s: %d events, sequence and hash chain are whole."
          .formatted(verdict.center(), verdict.events());
    }
    Fault fault = verdict.fault().get();
    return "Center %s: first bad sequence number %d: %s."
        .formatted(verdict.center(), fault.seq(), fault.what());
  }
}
