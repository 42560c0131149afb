package io.dispatch120.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the process it starts, from outside, on the product that was just packaged. */
class LauncherIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PRODUCT = ROOT.resolve("app/target/dispatch120");

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  /**
   * What these tests run is this build's product: without the stamp the launcher would build again.
   */
  @BeforeAll
  static void markAsBuilt() throws IOException {
    Files.writeString(PRODUCT.resolve("built"), "");
  }

  @AfterEach
  void killWhatIsLeft() throws Exception {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(12, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void runsFromAnyFolderAndThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), ROOT.resolve("dispatch120"));
    Process help = launch(link, Map.of(), "--help");
    assertThat(output(help)).contains("verify-journal");
    assertThat(help.exitValue()).isZero();
  }

  @Test
  void badArgumentsEndWith2() throws Exception {
    Process build = launch("build", "now");
    assertThat(output(build)).contains("build takes no arguments");
    assertThat(build.exitValue()).isEqualTo(2);
    Process bogus = launch("bogus");
    assertThat(output(bogus)).contains("--help");
    assertThat(bogus.exitValue()).isEqualTo(2);
  }

  @Test
  void aBadSettingEndsWith1AndOneLine() throws Exception {
    Process demo =
        launch(ROOT.resolve("dispatch120"), Map.of("DISPATCH120_HTTP_PORT", "web"), "demo");
    assertThat(output(demo)).hasLineCount(1).contains("DISPATCH120_HTTP_PORT is \"web\"");
    assertThat(demo.exitValue()).isEqualTo(1);
  }

  @Test
  void passesOnJavaOptions() throws Exception {
    Process version =
        launch(
            ROOT.resolve("dispatch120"),
            Map.of("DISPATCH120_JAVA_OPTS", "-Xmx128m -XX:+PrintCommandLineFlags"),
            "--version");
    assertThat(output(version)).contains("MaxHeapSize=134217728");
  }

  @Test
  void aKilledNodeIsTakenOverAndASignalStopsItCleanly() throws Exception {
    Process killed = startDemo();
    int port = managementPort();
    Process second = launch("demo");
    assertThat(output(second)).contains("already running (pid " + killed.pid() + ")");
    assertThat(second.exitValue()).isEqualTo(1);
    killed.destroyForcibly().waitFor();
    assertThat(folder.resolve("data/ports.json")).exists();

    Process node = startDemo();
    assertThat(managementPort()).isNotEqualTo(port);
    HttpResponse<Void> live =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort() + "/health/live"))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(live.statusCode()).isBetween(200, 299);

    long signalled = System.nanoTime();
    node.destroy();
    assertThat(node.waitFor(15, TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isLessThan(Duration.ofSeconds(10));
    assertThat(node.exitValue()).isZero();
    assertThat(folder.resolve("data/ports.json")).doesNotExist();
    assertThat(folder.resolve("data/runtime.json")).doesNotExist();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  private Process startDemo() throws IOException {
    Files.deleteIfExists(folder.resolve("data/ports.json"));
    Process node = launch("demo");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(folder.resolve("data/ports.json")) || !node.isAlive());
    assertThat(node.isAlive()).as("the node runs").isTrue();
    return node;
  }

  private int managementPort() throws IOException {
    Matcher port =
        Pattern.compile("\"management\":([0-9]+)")
            .matcher(Files.readString(folder.resolve("data/ports.json")));
    assertThat(port.find()).isTrue();
    return Integer.parseInt(port.group(1));
  }

  private Process launch(String... arguments) throws IOException {
    return launch(ROOT.resolve("dispatch120"), Map.of(), arguments);
  }

  private Process launch(Path launcher, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DISPATCH120_"));
    for (String port : new String[] {"HTTP_PORT", "EDGE_PORT", "MANAGEMENT_PORT", "JTT808_PORT"}) {
      builder.environment().put("DISPATCH120_" + port, "0");
    }
    builder.environment().put("DISPATCH120_SIMULATE", "off");
    builder.environment().putAll(settings);
    if (arguments[0].equals("demo") && settings.isEmpty()) {
      builder.redirectOutput(folder.resolve("output-" + started.size()).toFile());
    }
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** All that an ending process says. */
  private String output(Process process) throws Exception {
    int index = started.indexOf(process);
    String piped = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Path file = folder.resolve("output-" + index);
    return Files.exists(file) ? Files.readString(file) : piped;
  }
}
