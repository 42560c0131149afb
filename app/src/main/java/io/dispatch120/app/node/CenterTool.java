package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.cli.CenterAdministration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.api.Catalogue;
import java.nio.file.Path;

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
              catalogue.aeds().size());
        });
  }
}
