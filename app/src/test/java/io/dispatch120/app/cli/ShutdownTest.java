package io.dispatch120.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  @Test
  void aSecondSignalEndsANodeThatDoesNotStop() throws Exception {
    Process node = startStuckNode();
    try (BufferedReader output = output(node)) {
      awaitLine(output, "up");
      node.toHandle().destroy();
      awaitLine(output, "closing");
      assertThat(node.isAlive()).isTrue();
      node.toHandle().destroy();
      assertThat(node.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(node.exitValue()).isEqualTo(1);
    } finally {
      node.destroyForcibly();
    }
  }

  @Test
  void theLimitEndsANodeThatDoesNotStop() throws Exception {
    Process node = startStuckNode();
    try (BufferedReader output = output(node)) {
      awaitLine(output, "up");
      node.toHandle().destroy();
      assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(node.exitValue()).isEqualTo(1);
    } finally {
      node.destroyForcibly();
    }
  }

  private static Process startStuckNode() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StuckNode.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void awaitLine(BufferedReader output, String expected) throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals(expected)) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo(expected);
  }
}
