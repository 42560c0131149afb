package io.dispatch120.app.map;

import io.dispatch120.geo.basemap.BaseMapImport;
import io.dispatch120.geo.routing.ImportProgress;
import java.util.function.Consumer;

/**
 * How far an import is, as one figure over all of its steps.
 *
 * @param doing what it is doing, for people
 * @param percent 0 to 100; steps are weighed by what they usually take
 */
public record MapProgress(String doing, int percent) {

  /** Turns what the two parts of an import tell into one figure that never goes back. */
  static final class Scale {
    private final Consumer<MapProgress> told;
    private MapProgress last = new MapProgress("", -1);

    Scale(Consumer<MapProgress> told) {
      this.told = told;
    }

    void roads(ImportProgress progress) {
      switch (progress.step()) {
        case CHECKING -> tell("checking the file", 0, 5, progress.done(), progress.total());
        case READING -> tell("reading roads", 5, 20, progress.done(), progress.total());
        case BUILDING -> tell("building the network", 20, 25, progress.done(), progress.total());
        case ORDERING -> tell("ordering junctions", 25, 60, progress.done(), progress.total());
        case WRITING -> tell("writing roads", 60, 62, progress.done(), progress.total());
      }
    }

    void ground(BaseMapImport.Step step, long done, long total) {
      switch (step) {
        case NODES -> tell("reading the base map", 62, 70, done, total);
        case CUTTING -> tell("drawing the base map", 70, 85, done, total);
        case WRITING -> tell("writing the base map", 85, 99, done, total);
      }
    }

    private void tell(String doing, int from, int to, long done, long total) {
      double part = total <= 0 ? 0 : Math.min(1, (double) done / total);
      int percent = Math.max(last.percent, (int) Math.floor(from + (to - from) * part));
      MapProgress now = new MapProgress(doing, percent);
      if (!now.equals(last)) {
        last = now;
        told.accept(now);
      }
    }
  }
}
