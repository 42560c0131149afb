package io.dispatch120.geo.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaticIndexTest {

  private static final LngLat CHANGSHA = new LngLat(112.94, 28.2);

  @Test
  void anEmptyIndexFindsNothing() {
    StaticIndex<String> index = new StaticIndex<>(Map.<String, LngLat>of());
    assertThat(index.nearest(CHANGSHA, 3, key -> true)).isEmpty();
    assertThat(index.within(CHANGSHA, 1e9, key -> true)).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void aSinglePointIsFoundFromTheOtherEndOfTheEarth() {
    StaticIndex<String> index = new StaticIndex<>(Map.of("H1", CHANGSHA));
    assertThat(index.nearest(new LngLat(-67.06, -28.2), 3, key -> true))
        .extracting(Neighbor::key)
        .containsExactly("H1");
    assertThat(index.find("H1")).contains(CHANGSHA);
  }

  @Test
  void laterChangesOfTheGivenMapDoNotShow() {
    Map<String, LngLat> positions = new HashMap<>(Map.of("H1", CHANGSHA));
    StaticIndex<String> index = new StaticIndex<>(positions);
    positions.clear();
    assertThat(index.find("H1")).contains(CHANGSHA);
    assertThat(index.nearest(CHANGSHA, 1, key -> true)).hasSize(1);
  }
}
