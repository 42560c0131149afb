package io.dispatch120.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a fault test plays on: nodes, database, clients; leaves nothing running. */
final class Stage implements AutoCloseable {
  /** Another one gives other moments and places: {@code -Dload.seed=…}. */
  static final long SEED = Long.getLong("load.seed", 120);

  private static final Duration CATCH_UP = Duration.ofSeconds(10);

  private final Path folder;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final List<SocketRecorder> sockets = new ArrayList<>();
  private final Recorder recorder = new Recorder();
  private final Wire wire;

  Stage(Class<?> test) {
    folder = Path.of("target", "faults", test.getSimpleName()).toAbsolutePath();
    deleteTree(folder);
    wire = opened(new Wire());
  }

  Wire wire() {
    return wire;
  }

  Recorder recorder() {
    return recorder;
  }

  Path folder() {
    return folder;
  }

  /** A node with its own embedded database unless told otherwise, not started. */
  Node node(String name) {
    return opened(new Node(folder.resolve(name)));
  }

  Postgres postgres() {
    return opened(new Postgres(folder.resolve("postgres"))).start();
  }

  /** Nodes of one cluster on one database, not started. */
  List<Node> cluster(Postgres postgres, String... names) {
    List<Integer> ports = IntStream.range(0, names.length).mapToObj(n -> FreePorts.next()).toList();
    String members =
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    return IntStream.range(0, names.length)
        .mapToObj(
            n ->
                node(names[n])
                    .with("DB_URL", postgres.url())
                    .with("CLUSTER", members)
                    .with("CLUSTER_PORT", ports.get(n).toString())
                    .with("CLUSTER_BUS_PORT", Integer.toString(FreePorts.next())))
        .toList();
  }

  static List<Integer> http(Node... nodes) {
    return Arrays.stream(nodes).map(Node::http).toList();
  }

  DispatcherClient dispatcher(Node... nodes) {
    return DispatcherClient.signIn(wire, http(nodes), "dispatcher");
  }

  DispatcherClient supervisor(Node... nodes) {
    return DispatcherClient.signIn(wire, http(nodes), "supervisor");
  }

  /** A console whose transcript is part of the invariants. */
  SocketRecorder console(DispatcherClient session, Node... nodes) {
    return watched(SocketRecorder.ofConsole(wire, http(nodes), session.token()));
  }

  SocketRecorder watched(SocketRecorder socket) {
    sockets.add(opened(socket));
    return socket;
  }

  Traffic traffic(DispatcherClient session, List<String> units, Duration pace) {
    return opened(new Traffic(session, recorder, units, pace, SEED));
  }

  /** Waits until every socket is complete, then compares everything with the journal. */
  History assertInvariants(Node... running) {
    History history = History.read(supervisor(running));
    long head = history.head();
    sockets.forEach(socket -> socket.awaitSeq(seq -> seq >= head, CATCH_UP));
    // First the sockets, then the journal: it must have all that they were told until now.
    List<Transcript> transcripts =
        sockets.stream().map(socket -> socket.transcript().copy()).toList();
    History settled = History.read(supervisor(running));
    assertThat(Checker.findings(settled, recorder, transcripts))
        .as("findings with seed %d", SEED)
        .isEmpty();
    Node.Ended verified = running[0].run("verify-journal");
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    return settled;
  }

  static void report(String line) {
    System.out.println("[load] " + line);
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<Exception> failures = new ArrayList<>();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    assertThat(failures).as("stage closed").isEmpty();
  }
}
