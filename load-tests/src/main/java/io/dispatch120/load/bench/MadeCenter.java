package io.dispatch120.load.bench;

import io.dispatch120.load.DispatcherClient;
import io.dispatch120.load.Node;
import io.dispatch120.load.Product;
import io.dispatch120.load.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A center of any size in the demo's town: its outline, hospitals and AEDs, with units and more
 * AEDs made by a seed.
 */
final class MadeCenter {
  private static final String PASSWORD = "bench-password";
  private static final double WEST = 112.78;
  private static final double SOUTH = 28.08;
  private static final double WIDTH = 0.165;
  private static final double HEIGHT = 0.20;
  private static final int UNITS_PER_STATION = 3;
  private static final int TRIES_AGAIN = 4;

  private final SplittableRandom random;

  MadeCenter(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A place in the town, as {@code lng, lat}. */
  double[] place() {
    return new double[] {WEST + WIDTH * random.nextDouble(), SOUTH + HEIGHT * random.nextDouble()};
  }

  /**
   * Adds the center and a dispatcher to a node that serves and was not started yet.
   *
   * @param moreAeds besides the demo's 130
   */
  void addTo(Node node, Path folder, int units, int moreAeds) {
    try {
      write(Files.createDirectories(folder), units, moreAeds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    succeed(() -> node.run("centers", "add", folder.toString()));
    succeed(
        () -> node.runWithInput(PASSWORD + "\n", "users", "add", "bench", "--role", "dispatcher"));
  }

  DispatcherClient signIn(Wire wire, Node node) {
    return DispatcherClient.signIn(wire, List.of(node.http()), "bench", PASSWORD);
  }

  /** On a busy machine the first question to a cold database may time out, after it was done. */
  private static void succeed(Supplier<Node.Ended> command) {
    Node.Ended ended = command.get();
    for (int again = 0; again < TRIES_AGAIN && ended.exitCode() != 0; again++) {
      ended = command.get();
      if (ended.output().contains("already")) {
        return;
      }
    }
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.output());
    }
  }

  private void write(Path folder, int units, int moreAeds) throws IOException {
    Path demo = Product.root().resolve("app/src/main/resources/demo");
    String center = Files.readString(demo.resolve("center.yaml"));
    Files.writeString(
        folder.resolve("center.yaml"),
        center
            .replaceAll("(?m)^source: demo$", "source: bench")
            .replaceAll("(?m)^id: .*$", "id: bench"));
    Files.writeString(
        folder.resolve("hospitals.yaml"), Files.readString(demo.resolve("hospitals.yaml")));
    List<String> stations = new ArrayList<>(List.of("source: bench", "stations:"));
    List<String> fleet = new ArrayList<>(List.of("source: bench", "units:"));
    for (int unit = 0; unit < units; unit++) {
      int station = unit / UNITS_PER_STATION;
      if (unit % UNITS_PER_STATION == 0) {
        double[] at = place();
        stations.add(
            String.format(
                Locale.ROOT,
                "  - id: ST-%03d%n    name: {zh: 急救站 %d, en: Station %d}%n    address: 街道 %d%n"
                    + "    position: {lng: %.5f, lat: %.5f}%n    phone: \"1390000%04d\"",
                station,
                station,
                station,
                station,
                at[0],
                at[1],
                station));
      }
      fleet.add(
          String.format(
              Locale.ROOT,
              "  - id: B%03d%n    callsign: 车组 %d%n    plate: 湘A·%05d%n    station: ST-%03d%n"
                  + "    capabilities: [bls%s]%n    crew: [doctor, nurse, driver, stretcher]%n"
                  + "    terminalPhone: \"01390001%04d\"%n    crewPhone: \"1390002%04d\"",
              unit,
              unit,
              unit,
              station,
              unit % 2 == 0 ? ", als, ecg12" : "",
              unit,
              unit));
    }
    Files.write(folder.resolve("stations.yaml"), stations);
    Files.write(folder.resolve("units.yaml"), fleet);
    List<String> aeds = new ArrayList<>(Files.readAllLines(demo.resolve("aeds.csv")));
    for (int n = 0; n < moreAeds; n++) {
      double[] at = place();
      aeds.add(
          String.format(
              Locale.ROOT,
              "BENCH-%05d,大厦 %d,%.5f,%.5f,主楼,1,服务台旁,24/7,全天,public,ok,2026-11-03T02:07:00Z,"
                  + "物业,13900004001,office,bench",
              n,
              n,
              at[0],
              at[1]));
    }
    Files.write(folder.resolve("aeds.csv"), aeds);
  }
}
