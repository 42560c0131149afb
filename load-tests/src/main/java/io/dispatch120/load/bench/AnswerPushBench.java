package io.dispatch120.load.bench;

import io.dispatch120.load.Answer;
import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Postgres;
import io.dispatch120.load.SocketRecorder;
import io.dispatch120.load.Traffic;
import io.dispatch120.load.Transcript;
import io.dispatch120.load.Wire;
import io.dispatch120.load.bench.CommitAndEcho.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From a hospital's answer to the last of all consoles that shows it, the hospital's own too. */
@Command(
    name = "answer-push",
    description = "A hospital's answer to every console against a commit and a bare socket's echo.")
public final class AnswerPushBench implements Callable<Integer> {
  private static final String HOSPITAL = "xiangya3";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--count",
      defaultValue = "50",
      description = "Answers in a round (${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--consoles",
      defaultValue = "20",
      description = "Dispatchers' consoles that are open (${DEFAULT-VALUE}).")
  private int consoles;

  @Override
  public Integer call() {
    Path folder = options.folder("answer-push");
    Report report = new Report("answer-push", "A hospital's answer on every console", options.seed);
    try (Wire wire = new Wire();
        Postgres postgres = new Postgres(folder.resolve("postgres")).start();
        Node node = new Node(folder.resolve("node")).with("DB_URL", postgres.url())) {
      node.start();
      List<Integer> ports = List.of(node.http());
      DispatcherClient dispatcher = DispatcherClient.signIn(wire, ports, "dispatcher");
      DispatcherClient hospital = DispatcherClient.signIn(wire, ports, HOSPITAL, "demo-hospital");
      try (CommitAndEcho reference =
              new CommitAndEcho(wire, postgres, new Calls(dispatcher, options.seed));
          Consoles watching = new Consoles(wire, ports, dispatcher, hospital, consoles)) {
        write(
            report,
            reference.against(
                times -> answers(dispatcher, hospital, watching, times), options.rounds, count));
      }
    }
    options.finish(report);
    return 0;
  }

  private static Histogram answers(
      DispatcherClient dispatcher, DispatcherClient hospital, Consoles watching, int times) {
    Histogram latencies = Measure.histogram();
    for (int n = 0; n < times; n++) {
      Answer call = dispatcher.receiveCall(Traffic.newPhone(), 112.8893, 28.2156);
      String patient = "/patients/" + call.text("/incident/patients/0/id") + "/chest-pain";
      must(dispatcher.post(patient, Map.of()));
      Answer warned = must(dispatcher.post(patient + "/pre-alert", Map.of("hospitalId", HOSPITAL)));
      String escalation = warned.text("/escalations/0/id");
      long sent = System.nanoTime();
      must(hospital.post("/escalations/" + escalation + "/answer", Map.of("answer", "accepted")));
      Measure.record(latencies, watching.lastTold(warned.text("/preAlerts/0/id")) - sent);
      must(dispatcher.post(patient + "/conclude", Map.of()));
      dispatcher.close(call.text("/incident/id"), "cancelled");
    }
    return latencies;
  }

  private static Answer must(Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException(answer.toString());
    }
    return answer;
  }

  /** All that are open: the dispatchers' and the hospital's desk. */
  private static final class Consoles implements AutoCloseable {
    private final List<SocketRecorder> sockets = new ArrayList<>();

    Consoles(
        Wire wire,
        List<Integer> ports,
        DispatcherClient dispatcher,
        DispatcherClient hospital,
        int dispatchers) {
      for (int n = 0; n < dispatchers; n++) {
        sockets.add(SocketRecorder.ofConsole(wire, ports, dispatcher.token()));
      }
      sockets.add(SocketRecorder.ofHospital(wire, ports, hospital.token()));
      sockets.forEach(socket -> socket.awaitSeq(seq -> seq >= 0, LIMIT));
    }

    /** When the last of them had the answer, in {@link System#nanoTime()}. */
    long lastTold(String preAlert) {
      return sockets.stream()
          .mapToLong(
              socket -> socket.awaitEvent(event -> answers(event, preAlert), LIMIT).receivedNanos())
          .max()
          .orElseThrow();
    }

    private static boolean answers(Transcript.Event event, String preAlert) {
      return event.type().equals("pre_alert_answered")
          && event.body().at("/data/preAlertId").asText().equals(preAlert);
    }

    @Override
    public void close() {
      sockets.forEach(SocketRecorder::close);
    }
  }

  private void write(Report report, Rounds rounds) {
    report.line(
        "Medians of %d rounds of %d, one at a time, in turns. %d consoles of dispatchers and the"
            + " hospital's desk are open; a time ends when the last of them has the answer's frame.",
        options.rounds, count, consoles);
    report.line("");
    report.line("| | p50 ms | p99 ms |");
    report.line("|---|---|---|");
    report.line(
        "| POST answer → frame on the last console (goal) | %.2f | %.2f (≤ 150) |",
        rounds.oursMillis(50), rounds.oursMillis(99));
    report.line(
        "| commit + bare socket echo | %.2f | %.2f |",
        rounds.theirsMillis(50), rounds.theirsMillis(99));
    report.line(
        "| the slowest of all | | %.2f |",
        rounds.ours().stream().mapToDouble(h -> h.getMaxValue() / 1e6).max().orElse(0));
  }
}
