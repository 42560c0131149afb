package io.dispatch120.load;

import io.dispatch120.load.bench.AedSearchBench;
import io.dispatch120.load.bench.BenchOptions;
import io.dispatch120.load.bench.RecommendBench;
import io.dispatch120.load.micro.NearestBench;
import io.dispatch120.load.micro.RoadsBench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All that is measured about geography, one after the other. */
@Command(name = "geography", description = "nearest, roads, aed-search and recommend in one go.")
final class GeographyBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Override
  public Integer call() {
    List<String> arguments =
        new ArrayList<>(List.of("--rounds=" + options.rounds(), "--seed=" + options.seed()));
    if (options.write()) {
      arguments.add("--write");
    }
    int worst = 0;
    for (Object bench :
        List.of(new NearestBench(), new RoadsBench(), new AedSearchBench(), new RecommendBench())) {
      int code = new CommandLine(bench).execute(arguments.toArray(String[]::new));
      worst = Math.max(worst, code);
      System.out.println();
    }
    return worst;
  }
}
