package io.dispatch120.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option every command has that reads the configuration. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file; dispatch120.yaml in the working directory when not given."
              + " Variables DISPATCH120_… of the environment win over it.")
  private @Nullable Path file;

  @Nullable Path file() {
    return file;
  }
}
