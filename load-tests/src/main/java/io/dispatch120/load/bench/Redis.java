package io.dispatch120.load.bench;

import io.dispatch120.load.FreePorts;
import io.dispatch120.load.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Redis of this run in memory, when {@code redis-server} is on the path. */
final class Redis implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Process process;
  private final RawConnections connections;

  Redis(Vertx vertx, Path folder, int count) {
    int port = FreePorts.next();
    try {
      Files.createDirectories(folder);
      process =
          new ProcessBuilder(
                  "redis-server",
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until("Redis", LIMIT, () -> listens(port));
    connections = new RawConnections(vertx, port, count, answer -> Redis.end(answer, 0));
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "redis-server")));
  }

  Future<Buffer> send(String... words) {
    Buffer command = Buffer.buffer("*" + words.length + "\r\n");
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      command.appendString("$" + bytes.length + "\r\n").appendBytes(bytes).appendString("\r\n");
    }
    return connections.exchange(command);
  }

  /** The texts of an array of texts. */
  static List<String> texts(Buffer answer) {
    List<String> texts = new ArrayList<>();
    String[] lines = answer.toString().split("\r\n");
    for (int line = 2; line < lines.length; line += 2) {
      texts.add(lines[line]);
    }
    return texts;
  }

  /** Where the value that begins at a position ends, -1 while it is not whole. */
  private static int end(Buffer answer, int from) {
    int line = from;
    while (line + 1 < answer.length() && answer.getByte(line) != '\r') {
      line++;
    }
    if (line + 1 >= answer.length()) {
      return -1;
    }
    int next = line + 2;
    char kind = (char) answer.getByte(from);
    if (kind != '*' && kind != '$') {
      return next;
    }
    int count = Integer.parseInt(answer.getString(from + 1, line));
    if (kind == '$') {
      int end = count < 0 ? next : next + count + 2;
      return end <= answer.length() ? end : -1;
    }
    for (int i = 0; i < count && next >= 0; i++) {
      next = next < answer.length() ? end(answer, next) : -1;
    }
    return next;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    connections.close();
    process.destroy();
    process.onExit().join();
  }
}
