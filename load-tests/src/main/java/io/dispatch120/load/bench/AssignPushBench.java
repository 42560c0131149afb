package io.dispatch120.load.bench;

import io.dispatch120.load.Answer;
import io.dispatch120.load.CrewClient;
import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Postgres;
import io.dispatch120.load.SocketRecorder;
import io.dispatch120.load.Traffic;
import io.dispatch120.load.Wire;
import io.dispatch120.load.bench.CommitAndEcho.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the dispatcher's request to the frame on the crew's socket. */
@Command(
    name = "assign-push",
    description = "Assignment to the crew's socket against a commit and a bare socket's echo.")
public final class AssignPushBench implements Callable<Integer> {
  private static final String UNIT = "A01";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--count",
      defaultValue = "50",
      description = "Assignments in a round (${DEFAULT-VALUE}).")
  private int count;

  @Override
  public Integer call() {
    Path folder = options.folder("assign-push");
    Report report = new Report("assign-push", "Assignment to the crew's socket", options.seed);
    try (Wire wire = new Wire();
        Postgres postgres = new Postgres(folder.resolve("postgres")).start();
        Node node = new Node(folder.resolve("node")).with("DB_URL", postgres.url())) {
      node.start();
      DispatcherClient dispatcher =
          DispatcherClient.signIn(wire, List.of(node.http()), "dispatcher");
      Calls calls = new Calls(dispatcher, options.seed);
      try (CommitAndEcho reference = new CommitAndEcho(wire, postgres, calls);
          SocketRecorder crew = CrewClient.signIn(wire, List.of(node.edge()), UNIT).connect()) {
        crew.awaitSeq(seq -> seq >= 0, LIMIT);
        write(
            report,
            reference.against(times -> push(dispatcher, crew, times), options.rounds, count));
      }
    }
    options.finish(report);
    return 0;
  }

  private static Histogram push(DispatcherClient dispatcher, SocketRecorder crew, int times) {
    Histogram latencies = Measure.histogram();
    for (int n = 0; n < times; n++) {
      String incident =
          dispatcher.receiveCall(Traffic.newPhone(), 112.8893, 28.2156).text("/incident/id");
      long sent = System.nanoTime();
      Answer assigned = dispatcher.assign(incident, UNIT);
      String assignment = assigned.text("/id");
      long received =
          crew.awaitEvent(
                  event ->
                      event.type().equals("unit_assigned")
                          && event.body().at("/data/assignmentId").asText().equals(assignment),
                  LIMIT)
              .receivedNanos();
      Measure.record(latencies, received - sent);
      dispatcher.cancel(assignment);
      dispatcher.close(incident, "cancelled");
    }
    return latencies;
  }

  private void write(Report report, Rounds rounds) {
    report.line("Medians of %d rounds of %d, one at a time, in turns.", options.rounds, count);
    report.line("");
    report.line("| | p50 ms | p99 ms |");
    report.line("|---|---|---|");
    report.line(
        "| POST assignment → frame | %.2f | %.2f |", rounds.oursMillis(50), rounds.oursMillis(99));
    report.line(
        "| commit + bare socket echo | %.2f | %.2f |",
        rounds.theirsMillis(50), rounds.theirsMillis(99));
    report.line(
        "| ratio (goal) | %.2f | %.2f (≤ 2) |",
        rounds.oursMillis(50) / rounds.theirsMillis(50),
        rounds.oursMillis(99) / rounds.theirsMillis(99));
  }
}
