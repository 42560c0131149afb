package io.dispatch120.load;

import io.dispatch120.load.bench.AcceptBench;
import io.dispatch120.load.bench.AedSearchBench;
import io.dispatch120.load.bench.AnswerPushBench;
import io.dispatch120.load.bench.AssignPushBench;
import io.dispatch120.load.bench.RecommendBench;
import io.dispatch120.load.bench.StartBench;
import io.dispatch120.load.micro.NearestBench;
import io.dispatch120.load.micro.RoadsBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line; see README.md beside the sources. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the built product against a reference in the same run.",
    subcommands = {
      AcceptBench.class,
      AssignPushBench.class,
      AnswerPushBench.class,
      StartBench.class,
      RecommendBench.class,
      AedSearchBench.class,
      NearestBench.class,
      RoadsBench.class,
      GeographyBench.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
