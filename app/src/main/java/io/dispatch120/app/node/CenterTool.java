package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.cli.CenterAdministration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.hospital.Ladders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code centers add}. */
public final class CenterTool implements CenterAdministration {
  @Override
  public Added add(DatabaseUrl database, Path folder) {
    Catalogue catalogue = CatalogueFolder.live(folder);
    return Tools.with(
        database,
        storage -> {
          if (!Tools.get(storage.catalogues().seed(catalogue))) {
            throw new StartFailure(
                "there is a centre " + catalogue.center().id() + " already",
                "Choose another id in center.yaml.");
          }
          return new Added(
              catalogue.center().id().value(),
              catalogue.stations().size(),
              catalogue.units().size(),
              catalogue.hospitals().size(),
              catalogue.aeds().size(),
              warnings(catalogue));
        });
  }

  private static List<String> warnings(Catalogue catalogue) {
    return catalogue.hospitals().stream()
        .flatMap(
            hospital ->
                Ladders.problems(hospital, Instant.now()).stream()
                    .map(problem -> "hospital " + hospital.id() + ": " + words(problem)))
        .toList();
  }

  private static String words(String problem) {
    return switch (problem) {
      case Ladders.NO_CONTACTS -> "nobody to tell, a pre-alert cannot be answered";
      case Ladders.NO_REACHABLE_CONTACT ->
          "nobody has a phone, who is not at the screen cannot be told";
      case Ladders.NO_PCI_MEDIAN ->
          "has PCI but no medianArrivalToWireMinutes, advice counts with a default";
      default -> problem;
    };
  }
}
