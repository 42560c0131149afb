package io.dispatch120.app.simulation;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.simulation.pace.Pace;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.geo.api.Routes;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the simulation plays, and with what.
 *
 * @param console such as {@code http://127.0.0.1:8120}
 * @param edge such as {@code http://127.0.0.1:8121}
 * @param certificate of both ports; empty without TLS
 * @param database address whose lock says which node simulates
 * @param catalogue the demo centre's: where its stations and hospitals are
 * @param roads on which crews drive: the centre's own, closures included, so that they take the
 *     ways that are proposed
 */
public record SimulationSettings(
    URI console,
    URI edge,
    Optional<Path> certificate,
    DatabaseUrl database,
    Catalogue catalogue,
    Routes roads,
    Pace pace) {}
