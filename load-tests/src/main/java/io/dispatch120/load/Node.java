package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process of the product with a data directory of its own, to be started, killed, frozen and
 * started again on the same ports. Use from one thread, except {@link #http()} and {@link #edge()}.
 */
public final class Node implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(12);
  private static final HttpClient HEALTH =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final Path folder;
  private final Map<String, String> settings = new TreeMap<>();
  private final int http = FreePorts.next();
  private final int edge = FreePorts.next();
  private final int management = FreePorts.next();
  private boolean byLauncher;
  private String mode = "demo";
  private @Nullable Process process;

  /**
   * A demo node without simulation that is not started yet.
   *
   * @param folder for its data and log; made when missing
   */
  public Node(Path folder) {
    this.folder = folder;
    with("HTTP_PORT", Integer.toString(http));
    with("EDGE_PORT", Integer.toString(edge));
    with("MANAGEMENT_PORT", Integer.toString(management));
    with("JTT808_PORT", "off");
    with("SIMULATE", "off");
    with("DATA_DIR", dataDirectory().toString());
  }

  /** Sets {@code DISPATCH120_<name>} for the following starts. */
  public Node with(String name, String value) {
    settings.put("DISPATCH120_" + name, value);
    return this;
  }

  /** Starts as users do, by the launcher, which builds first when something changed. */
  public Node byLauncher() {
    byLauncher = true;
    return this;
  }

  /** Without demo data: with a center and users that were added. */
  public Node serving() {
    mode = "serve";
    return without("SIMULATE").with("BIND", "127.0.0.1");
  }

  /** Leaves {@code DISPATCH120_<name>} to its default. */
  public Node without(String name) {
    settings.remove("DISPATCH120_" + name);
    return this;
  }

  /** Starts and waits until it is ready to serve; gives how long that took. */
  public Duration start() {
    long begun = System.nanoTime();
    Process started =
        byLauncher ? launch(List.of(Product.launcher().toString(), mode)) : launch(mode);
    process = started;
    Waiting.until(
        "node " + folder.getFileName() + " ready",
        START_LIMIT,
        () -> {
          if (!started.isAlive()) {
            throw new IllegalStateException(
                "node ended with " + started.exitValue() + ":\n" + log());
          }
          return isReady();
        });
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Starts without waiting for anything. */
  public Process launch(String... arguments) {
    return launch(Product.command(arguments));
  }

  private Process launch(List<String> command) {
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("DISPATCH120_"));
      builder.environment().putAll(settings);
      builder.environment().put("LC_ALL", "C.UTF-8");
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command line tool of the product with this node's settings. */
  public Ended run(String... arguments) {
    return runWithInput("", arguments);
  }

  /** The same, with something on its standard input. */
  public Ended runWithInput(String input, String... arguments) {
    try {
      Path output = Files.createTempFile(Files.createDirectories(folder), "run", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(Product.command(arguments)).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("DISPATCH120_"));
      builder.environment().putAll(settings);
      Process tool = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try (OutputStream toTool = tool.getOutputStream()) {
        toTool.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!tool.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        tool.destroyForcibly().waitFor();
        throw new IllegalStateException(List.of(arguments) + " did not end: " + read(output));
      }
      return new Ended(tool.exitValue(), read(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** How a process ended and everything it printed. */
  public record Ended(int exitCode, String output) {}

  /** Ends it as a crash does; returns when it is gone. */
  public void kill() {
    Signal.KILL.send(pid());
    awaitEnd();
  }

  /** Freezes it: it keeps its connections and does nothing. */
  public void freeze() {
    Signal.STOP.send(pid());
  }

  /** Lets a frozen one go on. */
  public void thaw() {
    Signal.CONT.send(pid());
  }

  /** Stops it as an operator does; gives its exit code. */
  public int stop() {
    Signal.TERM.send(pid());
    return awaitEnd();
  }

  private int awaitEnd() {
    Process running = Objects.requireNonNull(process, "never started");
    try {
      if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
        throw new IllegalStateException("did not end within " + STOP_LIMIT + ":\n" + log());
      }
      return running.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public boolean isReady() {
    return health("/health/ready") == 200;
  }

  /** Status of a path of the management port, 0 when nobody answers. */
  public int health(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + management + path);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return HEALTH.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Port of console and API. */
  public int http() {
    return http;
  }

  /** Port of the public edge. */
  public int edge() {
    return edge;
  }

  public int management() {
    return management;
  }

  public long pid() {
    return Objects.requireNonNull(process, "never started").pid();
  }

  public Path dataDirectory() {
    return folder.resolve("data");
  }

  /** What {@code ports.json} says now. */
  public JsonNode publishedPorts() {
    try {
      return new ObjectMapper().readTree(dataDirectory().resolve("ports.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything its processes printed. */
  public String log() {
    return read(logFile());
  }

  private Path logFile() {
    return folder.resolve("node.log");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no process behind, however the test ended. */
  @Override
  public void close() {
    Process last = process;
    if (last != null && last.isAlive()) {
      thaw();
      try {
        stop();
      } catch (IllegalStateException killedInstead) {
        System.err.println(killedInstead.getMessage());
      }
    }
    Postgres.killLeftover(dataDirectory().resolve("postgres"));
  }
}
