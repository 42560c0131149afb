package io.dispatch120.geo.routing;

import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.reader.osm.RestrictionTagParser;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.FerrySpeedCalculator;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.CarAverageSpeedParser;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.routing.util.parsers.FootAverageSpeedParser;
import com.graphhopper.routing.util.parsers.OSMRoadClassParser;
import com.graphhopper.routing.util.parsers.OSMRoundaboutParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets GraphHopper read OpenStreetMap data, which knows its tags well: access, one-ways, speeds,
 * barriers, turn restrictions over one or several roads. Works in memory, asks no network.
 */
final class OsmNetworkReader {

  /**
   * Whose turn restrictions count: those of cars. One with {@code except=emergency} does not bind.
   */
  private static final List<String> RESTRICTED = List.of("motorcar", "motor_vehicle", "emergency");

  /**
   * Keeps this library from warning, once for each kind of block, that its OpenStreetMap classes
   * were made by an old version. What it warns of is hostile data; maps come from the operator.
   */
  private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

  private final BooleanEncodedValue carAccess = VehicleAccess.create("car");
  private final DecimalEncodedValue carSpeed = VehicleSpeed.create("car", 7, 2, true);
  private final BooleanEncodedValue footAccess = VehicleAccess.create("foot");
  private final DecimalEncodedValue footSpeed = VehicleSpeed.create("foot", 4, 1, false);
  private final DecimalEncodedValue ferrySpeed = FerrySpeed.create();
  private final BooleanEncodedValue roundabout = Roundabout.create();
  private final EnumEncodedValue<RoadClass> roadClass = RoadClass.create();
  private final BooleanEncodedValue forbidden = TurnRestriction.create("car");

  /** Quiets what the reading of files would say to nobody; held here, since loggers are weak. */
  static void quiet() {
    PROTOBUF.setLevel(Level.SEVERE);
  }

  /**
   * Reads a file that {@link SourceCheck} has let pass.
   *
   * @throws MapUnreadable when it has no roads, or GraphHopper cannot read it
   */
  Network read(Path file, Consumer<ImportProgress> progress) throws MapUnreadable {
    progress.accept(new ImportProgress(ImportProgress.Step.READING, 0, 1));
    EncodingManager encoding =
        EncodingManager.start()
            .add(carAccess)
            .add(carSpeed)
            .add(footAccess)
            .add(footSpeed)
            .add(ferrySpeed)
            .add(roundabout)
            .add(roadClass)
            .addTurnCostEncodedValue(forbidden)
            .build();
    BaseGraph graph =
        new BaseGraph.Builder(encoding)
            .setDir(new RAMDirectory())
            .withTurnCosts(true)
            .build()
            .create(100);
    try {
      OSMReaderConfig config = new OSMReaderConfig().setParseWayNames(false);
      // Courses are kept within half a meter: enough to draw, and lengths stay true.
      config.setMaxWayPointDistance(0.5);
      new OSMReader(graph, parsers(encoding), config).setFile(file.toFile()).readGraph();
      progress.accept(new ImportProgress(ImportProgress.Step.READING, 1, 1));
      return new NetworkCopier(graph, progress).copy(encoded());
    } catch (IOException | RuntimeException e) {
      if (graph.getNodes() == 0) {
        throw NetworkCheck.noRoads(MapSource.nameOf(file));
      }
      throw new MapUnreadable(
          MapSource.nameOf(file)
              + " could not be read as OpenStreetMap data ("
              + e.getMessage()
              + "). Download or export it again.",
          e);
    } finally {
      graph.close();
    }
  }

  private OSMParsers parsers(EncodingManager encoding) {
    return new OSMParsers()
        .addWayTagParser(new FerrySpeedCalculator(ferrySpeed))
        .addWayTagParser(new OSMRoundaboutParser(roundabout))
        .addWayTagParser(new CarAccessParser(encoding, new PMap()))
        .addWayTagParser(new CarAverageSpeedParser(encoding))
        .addWayTagParser(new FootAccessParser(encoding, new PMap()))
        .addWayTagParser(new FootAverageSpeedParser(encoding))
        .addWayTagParser(new OSMRoadClassParser(roadClass))
        .addRestrictionTagParser(new RestrictionTagParser(RESTRICTED, forbidden));
  }

  private NetworkCopier.Encoded encoded() {
    return new NetworkCopier.Encoded(
        carAccess, carSpeed, footAccess, footSpeed, roadClass, forbidden);
  }
}
