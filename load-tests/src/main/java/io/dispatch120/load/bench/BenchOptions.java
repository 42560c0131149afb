package io.dispatch120.load.bench;

import io.dispatch120.load.Product;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** What every benchmark takes. */
public final class BenchOptions {
  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds of each (${DEFAULT-VALUE}).")
  int rounds;

  @Option(names = "--seed", defaultValue = "120", description = "Seed (${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--write", description = "Keep the result in docs/benchmarks.")
  boolean write;

  public int rounds() {
    return rounds;
  }

  public long seed() {
    return seed;
  }

  public boolean write() {
    return write;
  }

  /** A new folder for databases, data and logs of this run. */
  public Path folder(String name) {
    return Product.root()
        .resolve("load-tests/target/bench")
        .resolve(name + "-" + Instant.now().toEpochMilli());
  }

  public void finish(Report report) {
    if (write) {
      report.write();
    }
  }
}
