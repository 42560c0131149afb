package io.dispatch120.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the built product is and how its process is started. */
public final class Product {
  private static final String MAIN = "io.dispatch120.app.Main";

  private Product() {}

  /** The top folder of the source tree, found upward from the working directory. */
  public static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("dispatch120"))
          && Files.isDirectory(folder.resolve("load-tests"))) {
        return folder;
      }
    }
    throw new IllegalStateException("run this in the source tree of dispatch120");
  }

  /** The launcher, as users start the product; it builds when something changed. */
  public static Path launcher() {
    return root().resolve("dispatch120");
  }

  /** A command for the built product itself, past the launcher, so that tests never build. */
  static List<String> command(String... arguments) {
    Path libraries = root().resolve("app/target/dispatch120/lib");
    if (!Files.isDirectory(libraries)) {
      throw new IllegalStateException("the product is not built: run ./dispatch120 build");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:+PerfDisableSharedMem"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
    command.addAll(List.of("-cp", libraries + "/*", MAIN));
    command.addAll(List.of(arguments));
    return command;
  }
}
