package io.dispatch120.geo.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Towns read from files: the same times as GraphHopper's own contraction hierarchy. */
class GraphHopperComparisonTest {

  /** A car's speeds as GraphHopper has them. */
  private static final RoadSpeeds LIKE_A_CAR =
      new RoadSpeeds(200, Map.of(), List.of(), 1.4, "GraphHopper");

  /**
   * GraphHopper rounds coordinates to 2 cm and weights of hierarchies to 1 ms for each arc; we
   * round to 1 cm and up to 0.1 ms. Less than this for any way through a town.
   */
  private static final double ROUNDING_SECONDS = 0.1;

  @TempDir Path folder;

  @Test
  void givesTheSameTimes() throws Exception {
    int compared = 0;
    for (int seed = 1; seed <= 3; seed++) {
      compared += compare(seed);
    }
    assertThat(compared).isGreaterThan(500);
  }

  private int compare(int seed) throws Exception {
    Path file = new OsmTown(seed, 9).write(folder.resolve("town" + seed + ".osm.gz"));
    RoadGraphImport.Result result =
        RoadGraphImport.build(file, folder.resolve("map" + seed), progress -> {});
    assertThat(result.turnRestrictions()).isGreaterThan(10);
    RoadMap map = RoadMap.open(folder.resolve("map" + seed));
    Roads roads = map.newRoads(LIKE_A_CAR);
    GraphHopper reference = reference(file);
    List<LngLat> places = placesOnRoads(map, new Random(seed));
    int compared = 0;
    for (LngLat to : places) {
      List<Travel> ways = roads.toDestination(places, to, TravelProfile.AMBULANCE);
      for (int from = 0; from < places.size(); from++) {
        Travel way = ways.get(from);
        GHResponse expected = route(reference, places.get(from), to);
        String where = "seed " + seed + " from " + places.get(from) + " to " + to;
        assertThat(way.method() == TravelMethod.ROAD).as(where).isEqualTo(!expected.hasErrors());
        if (!expected.hasErrors()) {
          assertThat(way.seconds())
              .as(where)
              .isCloseTo(expected.getBest().getRouteWeight(), within(ROUNDING_SECONDS));
          compared++;
        }
      }
    }
    reference.close();
    return compared;
  }

  /** In the middle of pieces of road: there is no doubt which road is meant. */
  private static List<LngLat> placesOnRoads(RoadMap map, Random random) {
    Network network = map.data().network();
    List<LngLat> places = new ArrayList<>();
    while (places.size() < 16) {
      int edge = random.nextInt(network.edges());
      int point = network.firstPoints()[edge];
      if ((map.data().mainland()[edge] & Islands.DRIVING) != 0) {
        places.add(
            new LngLat(
                (network.lng(point) + network.lng(point + 1)) / 2,
                (network.lat(point) + network.lat(point + 1)) / 2));
      }
    }
    return places;
  }

  private GraphHopper reference(Path file) {
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(file.toString());
    hopper.setGraphHopperLocation(folder.resolve("gh-" + file.getFileName()).toString());
    hopper.setStoreOnFlush(false);
    hopper.setEncodedValuesString("car_access, car_average_speed");
    CustomModel model =
        new CustomModel()
            .setDistanceInfluence(0.0)
            .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))
            .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"));
    // Turning round costs nothing, as with us.
    hopper.setProfiles(
        new Profile("car")
            .setCustomModel(model)
            .setTurnCostsConfig(
                new TurnCostsConfig(List.of("motorcar", "motor_vehicle", "emergency"), 0)));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile("car"));
    return hopper.importOrLoad();
  }

  private static GHResponse route(GraphHopper hopper, LngLat from, LngLat to) {
    GHRequest request = new GHRequest(from.lat(), from.lng(), to.lat(), to.lng()).setProfile("car");
    request.getHints().putObject("instructions", false);
    return hopper.route(request);
  }
}
