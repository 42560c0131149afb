package io.dispatch120.load.bench;

import io.dispatch120.load.Product;
import java.nio.file.Path;

/** The roads of the demo's town, as the product ships them. */
final class DemoMap {
  private DemoMap() {}

  static Path file() {
    return Product.root().resolve("app/src/main/resources/demo/west-bank.osm.gz");
  }
}
