package io.dispatch120.app.storage;

import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the PostgreSQL that lives on when its node was killed: it still owns the data, so no other
 * can start on it. Only to be used while holding the data directory's lock.
 */
final class LeftoverPostmaster {
  private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final Path dataFolder;

  LeftoverPostmaster(Path dataFolder) {
    this.dataFolder = dataFolder;
  }

  /**
   * Returns when no PostgreSQL runs on the data folder.
   *
   * @throws StartFailure when one does and does not stop
   */
  void stop() {
    Path pidFile = dataFolder.resolve("postmaster.pid");
    Optional<ProcessHandle> process;
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      process = readPid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
      if (process.isPresent() && !isPostmaster(process.get())) {
        // The number now belongs to some other process, typically after a restart of the machine or
        // container. PostgreSQL would only see "alive" and refuse to start.
        log.info("{} names pid {}, which is no PostgreSQL of ours", pidFile, process.get().pid());
        Files.delete(pidFile);
        process = Optional.empty();
      }
    } catch (IOException e) {
      throw new StartFailure(
          pidFile + " can not be read",
          "Run dispatch120 as the user that owns the data directory.",
          e);
    }
    process.ifPresent(postmaster -> stop(pidFile, postmaster));
  }

  private void stop(Path pidFile, ProcessHandle postmaster) {
    log.info("stopping PostgreSQL (pid {}) left by a killed dispatch120", postmaster.pid());
    try {
      // SIGINT is what "pg_ctl -m fast stop" sends: end the sessions, write a checkpoint, leave.
      new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
      // The file is PostgreSQL's last word. The process may stay in the table of a container whose
      // first process collects nobody.
      while (Files.exists(pidFile) && postmaster.isAlive()) {
        if (System.nanoTime() - deadline > 0) {
          throw doesNotStop(postmaster, null);
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (IOException e) {
      throw doesNotStop(postmaster, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while starting", "Start again.", e);
    }
  }

  private static StartFailure doesNotStop(ProcessHandle postmaster, @Nullable Throwable cause) {
    StartFailure failure =
        new StartFailure(
            "PostgreSQL (pid " + postmaster.pid() + ") of a killed dispatch120 does not stop",
            "Stop it with: kill -INT " + postmaster.pid() + ", then start again.");
    if (cause != null) {
      failure.addSuppressed(cause);
    }
    return failure;
  }

  private static Optional<Long> readPid(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
    return lines.stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }

  /** A postmaster's program is {@code postgres} and its working directory is its data folder. */
  private boolean isPostmaster(ProcessHandle process) throws IOException {
    Optional<String> command = process.info().command();
    if (command.filter(c -> !c.replace(" (deleted)", "").endsWith("/postgres")).isPresent()) {
      return false;
    }
    Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
    if (!Files.isReadable(workingDirectory)) {
      return command.isPresent();
    }
    return workingDirectory.toRealPath().equals(dataFolder.toRealPath());
  }
}
