package io.dispatch120.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.app.simulation.caller.CallClock;
import io.dispatch120.app.simulation.caller.CallScript;
import io.dispatch120.app.simulation.caller.CallerFile;
import io.dispatch120.app.simulation.caller.CallerPool;
import io.dispatch120.app.simulation.caller.CallerSeed;
import io.dispatch120.app.simulation.client.Patience;
import io.dispatch120.app.simulation.client.Port;
import io.dispatch120.app.simulation.client.PublicClient;
import io.dispatch120.app.simulation.crew.Atlas;
import io.dispatch120.app.simulation.crew.Crew;
import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Routes;
import io.dispatch120.geo.api.TravelProfile;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who is simulated: crews, callers, a colleague at the console. */
final class Town extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Town.class);

  /** Whoever tries the demo signs in as this crew. */
  private static final String VISITORS_UNIT = "A04";

  /** Checking a password costs tens of milliseconds; a crew more is not worth a held up visitor. */
  private static final long BETWEEN_SIGN_INS_MILLIS = 400;

  private static final long UNITS_RETRY_MILLIS = 5_000;
  private static final long SIGN_OUT_MILLIS = 1_000;
  private static final int MOST_CALLS = 50;

  private final SimulationSettings settings;
  private final List<CrewAgent> crews = new ArrayList<>();
  private final List<CallAgent> calls = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // by start(), once the event loop is known
  private Cast cast;

  /** What is read from files. */
  private record Books(Atlas atlas, List<CallerSeed> callers) {}

  /** Who is there from the start. */
  private record Cast(
      Stage stage,
      Port console,
      Port edge,
      ColleagueAgent colleague,
      PublicClient phones,
      CallClock clock) {}

  Town(SimulationSettings settings) {
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    Chance chance = new Chance(new SplittableRandom());
    Patience patience = new Patience(vertx, chance);
    Stage stage = new Stage(settings.pace(), chance, patience, new Faults());
    Port console = new Port(vertx, settings.console(), settings.certificate());
    Port edge = new Port(vertx, settings.edge(), settings.certificate());
    cast =
        new Cast(
            stage,
            console,
            edge,
            new ColleagueAgent(vertx, stage, console, VISITORS_UNIT),
            new PublicClient(edge, patience),
            new CallClock(chance));
    return vertx
        .executeBlocking(() -> new Books(atlas(), CallerFile.demo()))
        .onSuccess(
            books -> {
              CallerPool callers = new CallerPool(books.callers(), chance);
              LOG.info(
                  "simulating {} crews and about one call a minute; DISPATCH120_SIMULATE=off stops it",
                  simulatedUnits().count());
              cast.colleague().start();
              startCrews(books.atlas());
              vertx.setPeriodic(settings.pace().tick().toMillis(), timer -> tick(callers));
            });
  }

  private Atlas atlas() {
    Catalogue catalogue = settings.catalogue();
    Map<String, LngLat> hospitals =
        catalogue.hospitals().stream()
            .collect(Collectors.toMap(h -> h.id().value(), HospitalInfo::position));
    Routes roads = settings.roads();
    // The first searches are slow, because their code is not compiled yet; here they hold up
    // nobody.
    LngLat anyHospital = catalogue.hospitals().get(0).position();
    catalogue
        .stations()
        .forEach(station -> roads.route(station.position(), anyHospital, TravelProfile.AMBULANCE));
    return new Atlas(roads, hospitals);
  }

  private Stream<UnitInfo> simulatedUnits() {
    return settings.catalogue().units().stream()
        .filter(unit -> !unit.id().value().equals(VISITORS_UNIT));
  }

  /** One after the other, each where its vehicle was last seen. */
  private void startCrews(Atlas atlas) {
    cast.colleague()
        .units()
        .onSuccess(
            units -> {
              Map<String, LngLat> positions = positions(units);
              Future<?> before = Future.succeededFuture();
              for (UnitInfo unit : simulatedUnits().toList()) {
                before =
                    before.compose(
                        last -> {
                          startCrew(unit, atlas, positions);
                          return vertx.timer(BETWEEN_SIGN_INS_MILLIS, TimeUnit.MILLISECONDS);
                        });
              }
            })
        .onFailure(
            failure -> {
              cast.stage().faults().note("reading the units", failure);
              vertx.setTimer(UNITS_RETRY_MILLIS, timer -> startCrews(atlas));
            });
  }

  private void startCrew(UnitInfo unit, Atlas atlas, Map<String, LngLat> positions) {
    LngLat station = station(unit);
    String id = unit.id().value();
    Crew crew =
        new Crew(station, positions.getOrDefault(id, station), atlas, cast.stage().chance());
    CrewAgent agent = new CrewAgent(vertx, cast.stage(), cast.edge(), id, crew);
    crews.add(agent);
    agent.start();
    // Each at its own moment of the second, as they signed in.
    vertx.setPeriodic(settings.pace().tick().toMillis(), timer -> agent.tick());
  }

  private LngLat station(UnitInfo unit) {
    Catalogue catalogue = settings.catalogue();
    return catalogue.stations().stream()
        .filter(station -> station.id().equals(unit.station()))
        .map(StationInfo::position)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, LngLat> positions(JsonNode units) {
    Map<String, LngLat> positions = new HashMap<>();
    for (JsonNode unit : units.path("items")) {
      JsonNode position = unit.path("position");
      if (position.hasNonNull("lng")) {
        positions.put(
            unit.path("id").asText(),
            new LngLat(position.path("lng").asDouble(), position.path("lat").asDouble()));
      }
    }
    return positions;
  }

  private void tick(CallerPool callers) {
    cast.colleague().tick();
    calls.removeIf(call -> !call.tick());
    if (calls.size() < MOST_CALLS
        && cast.clock()
            .rings(
                cast.stage().now(), cast.colleague().freeUnits(), cast.colleague().openCases())) {
      ring(CallScript.of(callers.draw(), cast.stage().chance()));
    }
  }

  private void ring(CallScript script) {
    cast.colleague()
        .take(script)
        .onSuccess(
            answer -> {
              if (answer.status() == 201) {
                calls.add(
                    new CallAgent(
                        cast.stage(),
                        cast.colleague(),
                        cast.phones(),
                        script,
                        answer.body().path("incident").path("id").asText(),
                        answer.body().path("locatorUrl").asText()));
              }
            })
        .onFailure(failure -> cast.stage().faults().note("entering a call", failure));
  }

  @Override
  public Future<?> stop() {
    cast.stage().faults().silence();
    List<Future<Void>> signedOut = new ArrayList<>();
    signedOut.add(cast.colleague().stop());
    crews.forEach(crew -> signedOut.add(crew.stop()));
    return Future.join(signedOut)
        .timeout(SIGN_OUT_MILLIS, TimeUnit.MILLISECONDS)
        .transform(done -> Future.join(cast.console().close(), cast.edge().close()))
        .otherwiseEmpty();
  }
}
