package io.dispatch120.app.node;

import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.util.List;

/**
 * A fresh live installation takes calls at once: it gets one centre without units, named {@code
 * main}, unless an operator has brought centres before.
 */
final class DefaultCenter {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Changsha, until somebody says where the centre is. */
  private static final LngLat MAP_CENTER = new LngLat(112.94, 28.23);

  private DefaultCenter() {}

  static void ensure(PostgresStorage storage) {
    boolean none =
        Await.get(storage.catalogues().listCenters(), LIMIT, "listing centres").isEmpty();
    if (none) {
      CenterInfo main =
          new CenterInfo(
              new CenterId("main"),
              "120 急救指挥中心",
              "Asia/Shanghai",
              "M",
              "live",
              MAP_CENTER,
              List.of());
      Catalogue catalogue = new Catalogue(main, List.of(), List.of(), List.of(), List.of());
      Await.get(storage.catalogues().seed(catalogue), LIMIT, "making the first centre");
    }
  }
}
