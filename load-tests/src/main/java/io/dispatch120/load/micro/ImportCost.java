package io.dispatch120.load.micro;

import io.dispatch120.geo.routing.MapUnreadable;
import io.dispatch120.geo.routing.RoadGraphImport;
import io.dispatch120.load.bench.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Import of a map by the product and by GraphHopper, in turns. */
final class ImportCost {
  private final Path file;
  private final Path folder;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> plain = new ArrayList<>();
  private final List<Double> withHierarchies = new ArrayList<>();

  ImportCost(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  void measure(int times) throws IOException, MapUnreadable {
    for (int n = 0; n < times; n++) {
      long begun = System.nanoTime();
      RoadGraphImport.build(file, folder.resolve("import-" + n), progress -> {});
      ours.add(seconds(begun));
      begun = System.nanoTime();
      GraphHopperRoads.importingWithoutHierarchies(file, folder.resolve("plain-" + n)).close();
      plain.add(seconds(begun));
      begun = System.nanoTime();
      GraphHopperRoads.importing(file, folder.resolve("hierarchies-" + n)).close();
      withHierarchies.add(seconds(begun));
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Lines of the report. */
  List<String> lines() {
    return List.of(
        "## Import",
        "",
        "Medians of " + ours.size() + " in turns, from the file to a map on disk.",
        "",
        "| | seconds |",
        "|---|---|",
        line("product, ready for one-to-many and closures", ours),
        line("GraphHopper without CH", plain),
        line("GraphHopper with CH of one profile", withHierarchies));
  }

  private static String line(String what, List<Double> seconds) {
    return String.format(Locale.ROOT, "| %s | %.2f |", what, Report.median(seconds));
  }
}
