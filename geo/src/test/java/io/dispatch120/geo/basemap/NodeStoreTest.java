package io.dispatch120.geo.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.geo.osm.OsmUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeStoreTest {
  @TempDir private Path folder;

  @Test
  void findsEveryNodeAndNoOther() throws IOException {
    Path file = folder.resolve("nodes");
    try (NodeStore nodes = new NodeStore(file)) {
      for (int i = 0; i < 10_000; i++) {
        nodes.add(3L * i, -i, i * 7);
      }
      nodes.seal();
      for (int i = 0; i < 10_000; i++) {
        long position = nodes.find(3L * i);
        assertThat(NodeStore.lng(position)).isEqualTo(-i);
        assertThat(NodeStore.lat(position)).isEqualTo(i * 7);
        assertThat(nodes.find(3L * i + 1)).isEqualTo(NodeStore.NONE);
      }
      assertThat(nodes.find(-1)).isEqualTo(NodeStore.NONE);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void saysWhatToDoWithNodesOutOfOrder() throws IOException {
    try (NodeStore nodes = new NodeStore(folder.resolve("nodes"))) {
      nodes.add(2, 0, 0);
      assertThatThrownBy(() -> nodes.add(1, 0, 0))
          .isInstanceOf(OsmUnreadable.class)
          .hasMessageContaining("osmium sort");
    }
  }
}
