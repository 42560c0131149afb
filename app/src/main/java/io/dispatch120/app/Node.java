package io.dispatch120.app;

import com.sun.net.httpserver.HttpServer;
import io.dispatch120.app.cli.NodeStarter;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.cli.StartReport;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.storage.DataDirectory;
import io.dispatch120.app.storage.EmbeddedDatabase;
import io.dispatch120.app.storage.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * PLACEHOLDER, to be replaced by the composition of the real node: starts only the database and a
 * bare management port, which is enough to test data directory, start and stop of the process.
 */
final class Node implements NodeStarter {

  @Override
  public RunningNode start(Configuration configuration) {
    DataDirectory directory = DataDirectory.open(configuration.storage().dataDirectory());
    EmbeddedDatabase database = null;
    try {
      if (configuration.storage().databaseUrl().isEmpty()) {
        database = EmbeddedDatabase.start(directory);
      }
      HttpServer management = managementPort(configuration.managementPort());
      int port = management.getAddress().getPort();
      directory.publishDatabase(Optional.ofNullable(database).map(EmbeddedDatabase::url));
      directory.publishPorts(new Ports(0, 0, port, OptionalInt.empty()));
      return new Running(
          directory,
          database,
          management,
          new StartReport(
              "dispatch120 " + configuration.mode().name().toLowerCase(Locale.ROOT),
              ProcessHandle.current()
                  .info()
                  .startInstant()
                  .map(start -> System.currentTimeMillis() - start.toEpochMilli())
                  .orElse(0L),
              List.of(
                  new StartReport.Place("Management", "http://127.0.0.1:" + port + "/health/live"),
                  new StartReport.Place("Data", directory.path().toString())),
              List.of(),
              List.of("this build has no dispatch core yet")));
    } catch (RuntimeException e) {
      if (database != null) {
        database.close();
      }
      directory.close();
      throw e;
    }
  }

  private static HttpServer managementPort(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/health/live",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new StartFailure(
          "port " + port + " (DISPATCH120_MANAGEMENT_PORT) can not be opened",
          "Stop what uses it, or choose another one; 0 takes any free one.",
          e);
    }
  }

  private record Running(
      DataDirectory directory,
      @Nullable EmbeddedDatabase database,
      HttpServer management,
      StartReport report)
      implements RunningNode {
    @Override
    public void close() {
      management.stop(0);
      if (database != null) {
        database.close();
      }
      directory.close();
    }
  }
}
