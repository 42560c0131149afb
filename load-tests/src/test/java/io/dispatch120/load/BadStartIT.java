package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A start that can not succeed says why in one line and ends with 1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadStartIT {
  private final Stage stage = new Stage(BadStartIT.class);
  private Postgres postgres;

  @BeforeAll
  void startDatabase() {
    postgres = stage.postgres();
  }

  @AfterAll
  void stopAll() {
    stage.close();
  }

  @Test
  void thePortIsTaken() throws IOException {
    for (String port : new String[] {"HTTP_PORT", "EDGE_PORT", "MANAGEMENT_PORT"}) {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String number = Integer.toString(taken.getLocalPort());
        Node node = external("taken-" + port, postgres.url()).with(port, number);
        assertOneLine(node.run("demo"), number);
      }
    }
  }

  @Test
  void theDataDirectoryCanNotBeWritten() throws IOException {
    Path file = Files.createDirectories(stage.folder()).resolve("file");
    Files.writeString(file, "no folder");
    Node node = stage.node("unwritable").with("DATA_DIR", file.resolve("data").toString());
    assertOneLine(node.run("demo"), file.resolve("data").toString());
  }

  @Test
  void theDatabaseIsNotReached() {
    int nobody = FreePorts.next();
    Node node = external("unreached", "postgresql://u:secret-word@127.0.0.1:" + nobody + "/d");
    String line = assertOneLine(node.run("demo"), Integer.toString(nobody));
    assertThat(line).doesNotContain("secret-word");
  }

  @Test
  void thePasswordOfTheDatabaseIsWrongOrTheDatabaseIsMissing() {
    Node missing = external("missing", postgres.url("no_such_database"));
    assertOneLine(missing.run("demo"), "no_such_database");
  }

  @Test
  void theDatabaseIsNotOurs() {
    String url = postgres.newDatabase("someone_elses");
    postgres.execute("someone_elses", "create table invoice (id int)");
    assertOneLine(external("foreign", url).run("demo"), "someone_elses");
  }

  @Test
  void theSettingIsUnknownOrBad() {
    assertOneLine(
        stage.node("unknown").with("HTTP_PROT", "1").run("demo"), "DISPATCH120_HTTP_PROT");
    assertOneLine(
        stage.node("bad").with("TIMER_SCALE", "fast").run("demo"), "DISPATCH120_TIMER_SCALE");
    assertOneLine(
        stage.node("worse").with("DB_URL", "mysql://x").run("demo"), "DISPATCH120_DB_URL");
  }

  @Test
  void theDataDirectoryIsInUseAndAnotherModeRefusesTheDatabase() {
    String url = postgres.newDatabase("in_use");
    Node first =
        external("first", url)
            .with("HTTP_PORT", "0")
            .with("EDGE_PORT", "0")
            .with("MANAGEMENT_PORT", "0");
    Process running = first.launch("demo");
    try {
      Path ports = first.dataDirectory().resolve("ports.json");
      Waiting.until(
          "ports are published",
          Duration.ofSeconds(60),
          () -> Files.exists(ports) || !running.isAlive());
      assertThat(running.isAlive()).as(first.log()).isTrue();
      assertThat(first.publishedPorts().path("http").asInt()).isPositive();
      assertThat(first.publishedPorts().path("edge").asInt()).isPositive();
      assertThat(first.publishedPorts().path("management").asInt()).isPositive();
      assertThat(first.publishedPorts().has("jtt808")).isTrue();

      String line = assertOneLine(first.run("demo"), "already running");
      assertThat(line).contains(Long.toString(running.pid()));
      Node serving = external("serving", url);
      serving.without("SIMULATE");
      assertOneLine(serving.run("serve"), "demo");
    } finally {
      Signal.TERM.send(running.pid());
    }
    Waiting.until("it stops when told", Duration.ofSeconds(10), () -> !running.isAlive());
    assertThat(running.exitValue()).isZero();
  }

  private Node external(String name, String url) {
    return stage.node(name).with("DB_URL", url);
  }

  /** Log lines of the start may come before; the failure itself is the last, and only, line. */
  private static String assertOneLine(Node.Ended ended, String named) {
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).doesNotContain("\tat ").doesNotContain("Exception");
    String[] lines =
        ended
            .output()
            .lines()
            .filter(line -> line.startsWith("dispatch120: "))
            .toArray(String[]::new);
    assertThat(lines).as(ended.output()).hasSize(1);
    assertThat(lines[0]).contains(named);
    return lines[0];
  }
}
