package io.dispatch120.geo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolygonAreaTest {

  @Test
  void containsItsInsideAndItsBorder() {
    ServiceArea area = PolygonArea.ofRings(List.of(square(112, 28, 1)));
    assertThat(area.contains(new LngLat(112.5, 28.5))).isTrue();
    assertThat(area.contains(new LngLat(112, 28.3))).isTrue();
    assertThat(area.contains(new LngLat(113, 29))).isTrue();
    assertThat(area.contains(new LngLat(113.0001, 28.5))).isFalse();
    assertThat(area.contains(new LngLat(28.5, 28.5))).isFalse();
  }

  @Test
  void aRingInsideAnotherIsAHoleInAnyOrder() {
    List<LngLat> shell = square(112, 28, 3);
    List<LngLat> hole = square(113, 29, 1);
    for (ServiceArea area :
        List.of(
            PolygonArea.ofRings(List.of(shell, hole)), PolygonArea.ofRings(List.of(hole, shell)))) {
      assertThat(area.contains(new LngLat(113.5, 29.5))).isFalse();
      assertThat(area.contains(new LngLat(112.5, 28.5))).isTrue();
    }
  }

  @Test
  void ringsSideBySideAreParts() {
    ServiceArea area = PolygonArea.ofRings(List.of(square(112, 28, 1), square(115, 28, 1)));
    assertThat(area.contains(new LngLat(112.5, 28.5))).isTrue();
    assertThat(area.contains(new LngLat(115.5, 28.5))).isTrue();
    assertThat(area.contains(new LngLat(114, 28.5))).isFalse();
  }

  @Test
  void aMarginWidensTheAreaAndNotItsRings() {
    List<List<LngLat>> rings = List.of(square(112, 28, 1));
    ServiceArea area = PolygonArea.ofRingsWithMargin(rings, 0.01);
    assertThat(area.contains(new LngLat(113.009, 28.5))).isTrue();
    assertThat(area.contains(new LngLat(113.011, 28.5))).isFalse();
    assertThat(area.rings()).isEqualTo(PolygonArea.ofRings(rings).rings());
  }

  @Test
  void givesItsRingsClosed() {
    List<LngLat> open = square(112, 28, 1);
    ServiceArea area = PolygonArea.ofRings(List.of(open));
    assertThat(area.rings()).hasSize(1);
    assertThat(area.rings().get(0))
        .startsWith(open.toArray(LngLat[]::new))
        .endsWith(open.get(0))
        .hasSize(5);
    assertThat(PolygonArea.ofRings(area.rings()).rings()).isEqualTo(area.rings());
  }

  @Test
  void refusesRingsThatAreNone() {
    LngLat a = new LngLat(112, 28);
    LngLat b = new LngLat(113, 29);
    LngLat c = new LngLat(113, 28);
    LngLat d = new LngLat(112, 29);
    assertRefused(List.of(), "at least one ring");
    assertRefused(List.of(List.of()), "ring 0 needs at least three different points");
    assertRefused(List.of(List.of(a, b, a, b)), "ring 0 needs at least three different points");
    assertRefused(
        List.of(square(1, 1, 1), List.of(a, b, c, d)), "ring 1 crosses or touches itself");
    assertRefused(
        List.of(List.of(new LngLat(170, 0), new LngLat(-170, 0), new LngLat(-170, 10))),
        "ring 0 has an edge over half the Earth");
  }

  private static void assertRefused(List<List<LngLat>> rings, String message) {
    assertThatThrownBy(() -> PolygonArea.ofRings(rings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static List<LngLat> square(double lng, double lat, double side) {
    return List.of(
        new LngLat(lng, lat),
        new LngLat(lng + side, lat),
        new LngLat(lng + side, lat + side),
        new LngLat(lng, lat + side));
  }
}
