package io.dispatch120.geo.routing;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import io.dispatch120.geo.api.RoadClass;
import java.util.Arrays;
import java.util.function.Consumer;

/** Copies what GraphHopper has read into arrays of our own. Used once, by one thread. */
final class NetworkCopier {

  /** GraphHopper's walking speed on even ground; slower where the map says so, as on steps. */
  static final double EVEN_FOOT_KMH = 5;

  private static final int TELL_EVERY = 1 << 14;

  private final BaseGraph graph;
  private final Consumer<ImportProgress> progress;
  private final int edges;
  private final int[] ends;
  private final float[] carKmh;
  private final float[] footKmh;
  private final byte[] roadClasses;
  private final int[] twins;
  private final int[] firstPoints;
  private int[] lng7;
  private int[] lat7;
  private int points;

  NetworkCopier(BaseGraph graph, Consumer<ImportProgress> progress) {
    this.graph = graph;
    this.progress = progress;
    edges = graph.getEdges();
    ends = new int[2 * edges];
    carKmh = new float[2 * edges];
    footKmh = new float[edges];
    roadClasses = new byte[edges];
    twins = new int[edges];
    firstPoints = new int[edges + 1];
    lng7 = new int[4 * edges];
    lat7 = new int[4 * edges];
  }

  /** Names under which GraphHopper keeps what is copied. */
  record Encoded(
      BooleanEncodedValue carAccess,
      DecimalEncodedValue carSpeed,
      BooleanEncodedValue footAccess,
      DecimalEncodedValue footSpeed,
      EnumEncodedValue<com.graphhopper.routing.ev.RoadClass> roadClass,
      BooleanEncodedValue forbidden) {}

  Network copy(Encoded encoded) {
    EdgeExplorer explorer = graph.createEdgeExplorer(EdgeFilter.ALL_EDGES);
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      int id = edge.getEdge();
      ends[2 * id] = edge.getAdjNode();
      ends[2 * id + 1] = edge.getBaseNode();
      if (edge.get(encoded.carAccess())) {
        carKmh[2 * id] = (float) edge.get(encoded.carSpeed());
      }
      if (edge.getReverse(encoded.carAccess())) {
        carKmh[2 * id + 1] = (float) edge.getReverse(encoded.carSpeed());
      }
      // Walking against a one-way for feet (an escalator) is rare enough to be left open.
      if (edge.get(encoded.footAccess()) || edge.getReverse(encoded.footAccess())) {
        footKmh[id] = (float) edge.get(encoded.footSpeed());
      }
      roadClasses[id] = (byte) classOf(edge.get(encoded.roadClass())).ordinal();
      addPoints(id, edge.fetchWayGeometry(FetchMode.ALL));
      twins[id] = id;
      graph.forEdgeAndCopiesOfEdge(
          explorer, edge, copy -> twins[id] = Math.min(twins[id], copy.getEdge()));
      if (id % TELL_EVERY == 0) {
        progress.accept(new ImportProgress(ImportProgress.Step.BUILDING, id, edges));
      }
    }
    return new Network(
        graph.getNodes(),
        ends,
        carKmh,
        footKmh,
        roadClasses,
        twins,
        firstPoints,
        Arrays.copyOf(lng7, points),
        Arrays.copyOf(lat7, points),
        forbiddenTurns(encoded.forbidden()));
  }

  private void addPoints(int id, PointList course) {
    int size = course.size();
    if (points + size > lng7.length) {
      int length = Math.max(points + size, lng7.length + lng7.length / 2);
      lng7 = Arrays.copyOf(lng7, length);
      lat7 = Arrays.copyOf(lat7, length);
    }
    for (int i = 0; i < size; i++) {
      lng7[points + i] = steps(course.getLon(i));
      lat7[points + i] = steps(course.getLat(i));
    }
    points += size;
    firstPoints[id + 1] = points;
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees / Network.DEGREES);
  }

  private int[] forbiddenTurns(BooleanEncodedValue forbidden) {
    int[] turns = new int[2 * Math.max(1, graph.getTurnCostStorage().getTurnCostsCount())];
    int size = 0;
    TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
    while (turn.next()) {
      // Turning round is never forbidden: who drives with lights turns where it is safe.
      if (!turn.get(forbidden) || turn.getFromEdge() == turn.getToEdge()) {
        continue;
      }
      int in = courseTo(turn.getFromEdge(), turn.getViaNode());
      int out = courseTo(turn.getToEdge(), turn.getViaNode()) ^ 1;
      if (size + 2 > turns.length) {
        turns = Arrays.copyOf(turns, 2 * turns.length);
      }
      turns[size++] = in;
      turns[size++] = out;
    }
    return Arrays.copyOf(turns, size);
  }

  private int courseTo(int edge, int node) {
    return ends[2 * edge] == node ? 2 * edge : 2 * edge + 1;
  }

  private static RoadClass classOf(com.graphhopper.routing.ev.RoadClass given) {
    return switch (given) {
      case MOTORWAY -> RoadClass.MOTORWAY;
      case TRUNK -> RoadClass.TRUNK;
      case PRIMARY -> RoadClass.PRIMARY;
      case SECONDARY -> RoadClass.SECONDARY;
      case TERTIARY -> RoadClass.TERTIARY;
      case UNCLASSIFIED, ROAD -> RoadClass.UNCLASSIFIED;
      case RESIDENTIAL -> RoadClass.RESIDENTIAL;
      case LIVING_STREET -> RoadClass.LIVING_STREET;
      case SERVICE -> RoadClass.SERVICE;
      case TRACK -> RoadClass.TRACK;
      case OTHER,
          BRIDLEWAY,
          STEPS,
          CYCLEWAY,
          PATH,
          FOOTWAY,
          PEDESTRIAN,
          PLATFORM,
          CORRIDOR,
          CONSTRUCTION,
          BUSWAY ->
          RoadClass.OTHER;
    };
  }
}
