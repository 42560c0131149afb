package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.TlsFiles;
import io.dispatch120.app.simulation.Simulation;
import io.dispatch120.app.simulation.SimulationSettings;
import io.dispatch120.app.simulation.pace.Pace;
import io.dispatch120.dispatch.api.Catalogue;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;

/** Lets the demo move: simulated people, who use this node's own ports like everybody else. */
final class Simulating {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private Simulating() {}

  static void start(
      Vertx vertx,
      Core core,
      Configuration configuration,
      Servers servers,
      DatabaseUrl database,
      Steps steps) {
    Catalogue catalogue = CatalogueFolder.demo();
    SimulationSettings settings =
        new SimulationSettings(
            URI.create(Servers.url(configuration, servers.ports().http())),
            URI.create(Servers.url(configuration, servers.ports().edge())),
            configuration.tls().map(TlsFiles::certificate),
            database,
            catalogue,
            core.node().getRoads(catalogue.center().id()).roads(),
            Pace.real());
    Simulation.Running simulation =
        Await.get(Simulation.start(vertx, settings), LIMIT, "starting the simulation");
    steps.started(() -> Await.get(simulation.stop(), LIMIT, "stopping the simulation"));
  }
}
