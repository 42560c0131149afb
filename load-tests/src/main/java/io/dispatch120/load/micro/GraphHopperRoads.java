package io.dispatch120.load.micro;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.PointList;
import com.graphhopper.util.TurnCostsConfig;
import com.graphhopper.util.shapes.GHPoint;
import io.dispatch120.geo.api.LngLat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * GraphHopper as it comes, with contraction hierarchies (CH): speeds of a car, turn restrictions,
 * turning round allowed, the fastest way. Those are the product's times with factors of 1.
 */
final class GraphHopperRoads implements AutoCloseable {
  private static final String PROFILE = "car";

  private final GraphHopper hopper = new GraphHopper();
  private final Profile profile =
      new Profile(PROFILE)
          .setCustomModel(
              new CustomModel()
                  .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                  .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))
                  .setDistanceInfluence(0d))
          .setTurnCostsConfig(
              new TurnCostsConfig(List.of("motorcar", "motor_vehicle", "emergency"), 0));

  private GraphHopperRoads(Path osmFile, Path folder, boolean hierarchies) {
    hopper
        .setOSMFile(osmFile.toString())
        .setGraphHopperLocation(folder.toString())
        .setEncodedValuesString("car_access, car_average_speed")
        .setProfiles(profile);
    if (hierarchies) {
      hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(PROFILE));
    }
    hopper.importOrLoad();
  }

  static GraphHopperRoads importing(Path osmFile, Path folder) {
    return new GraphHopperRoads(osmFile, folder, true);
  }

  static GraphHopperRoads importingWithoutHierarchies(Path osmFile, Path folder) {
    return new GraphHopperRoads(osmFile, folder, false);
  }

  int junctions() {
    return hopper.getBaseGraph().getNodes();
  }

  int roads() {
    return hopper.getBaseGraph().getEdges();
  }

  /** Places on roads open both ways, in the part of the map from which one gets anywhere. */
  List<LngLat> places(int count, SplittableRandom random) {
    BooleanEncodedValue access =
        hopper.getEncodingManager().getBooleanEncodedValue(VehicleAccess.key(PROFILE));
    BooleanEncodedValue apart =
        hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(PROFILE));
    List<LngLat> middles = new ArrayList<>();
    AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
    while (edges.next()) {
      if (edges.get(access) && edges.getReverse(access) && !edges.get(apart)) {
        PointList course = edges.fetchWayGeometry(FetchMode.ALL);
        int piece = (course.size() - 1) / 2;
        middles.add(
            new LngLat(
                (course.getLon(piece) + course.getLon(piece + 1)) / 2,
                (course.getLat(piece) + course.getLat(piece + 1)) / 2));
      }
    }
    List<LngLat> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      places.add(middles.get(random.nextInt(middles.size())));
    }
    return places;
  }

  /** One route after the other, snapping included; seconds, NaN where there is none. */
  double[] route(List<LngLat> origins, LngLat destination) {
    double[] seconds = new double[origins.size()];
    for (int i = 0; i < seconds.length; i++) {
      GHRequest request =
          new GHRequest(
                  new GHPoint(origins.get(i).lat(), origins.get(i).lng()),
                  new GHPoint(destination.lat(), destination.lng()))
              .setProfile(PROFILE);
      // The time is asked, nothing else.
      request.putHint(Parameters.Routing.CALC_POINTS, false);
      request.putHint(Parameters.Routing.INSTRUCTIONS, false);
      GHResponse response = hopper.route(request);
      seconds[i] = response.hasErrors() ? Double.NaN : response.getBest().getTime() / 1e3;
    }
    return seconds;
  }

  /** The same places, found on the roads beforehand. */
  Prepared prepare(List<LngLat> origins, LngLat destination) {
    EdgeFilter filter =
        new DefaultSnapFilter(
            hopper.createWeighting(profile, new PMap()),
            hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(PROFILE)));
    List<Snap> snaps = new ArrayList<>();
    for (LngLat origin : origins) {
      snaps.add(hopper.getLocationIndex().findClosest(origin.lat(), origin.lng(), filter));
    }
    snaps.add(hopper.getLocationIndex().findClosest(destination.lat(), destination.lng(), filter));
    QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), snaps);
    RoutingCHGraph hierarchy = Objects.requireNonNull(hopper.getCHGraphs().get(PROFILE));
    int[] nodes = snaps.stream().mapToInt(Snap::getClosestNode).toArray();
    return new Prepared(new QueryRoutingCHGraph(hierarchy, graph), nodes);
  }

  /** Nothing but the searches. */
  static final class Prepared {
    private final QueryRoutingCHGraph graph;
    private final int[] nodes;

    private Prepared(QueryRoutingCHGraph graph, int[] nodes) {
      this.graph = graph;
      this.nodes = nodes;
    }

    double[] search() {
      double[] seconds = new double[nodes.length - 1];
      int destination = nodes[nodes.length - 1];
      for (int i = 0; i < seconds.length; i++) {
        seconds[i] =
            new CHRoutingAlgorithmFactory(graph)
                    .createAlgo(new PMap())
                    .calcPath(nodes[i], destination)
                    .getTime()
                / 1e3;
      }
      return seconds;
    }
  }

  @Override
  public void close() {
    hopper.close();
  }
}
