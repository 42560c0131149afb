package io.dispatch120.geo.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.basemap.DecodedTile.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TileEncoderTest {
  private static final Traits PRIMARY = new Traits("primary", "枫林一路", "Fenglin 1st Road", true, 0);

  private static Piece line(Traits traits, int... points) {
    return new Piece(GroundLayer.ROADS, Form.LINE, traits, List.of(points));
  }

  @Test
  void givesBackShapesAndProperties() {
    int[] outer = {0, 0, 100, 0, 100, 100, 0, 100};
    int[] hole = {20, 20, 20, 40, 40, 40};
    DecodedTile tile =
        DecodedTile.of(
            TileEncoder.encode(
                List.of(
                    line(PRIMARY, -64, 10, 4160, -5),
                    new Piece(GroundLayer.WATER, Form.POLYGON, Traits.NONE, List.of(outer, hole)),
                    new Piece(
                        GroundLayer.PLACES,
                        Form.POINT,
                        new Traits("", "麓谷", "", false, 2),
                        List.of(new int[] {7, 4095})))));
    assertThat(tile.layer("roads"))
        .containsExactly(
            new Feature(
                2,
                Map.of(
                    "class",
                    "primary",
                    "name",
                    "枫林一路",
                    "nameEn",
                    "Fenglin 1st Road",
                    "tunnel",
                    true),
                List.of(List.of(-64, 10, 4160, -5))));
    assertThat(tile.layer("water"))
        .containsExactly(
            new Feature(
                3,
                Map.of(),
                List.of(List.of(0, 0, 100, 0, 100, 100, 0, 100), List.of(20, 20, 20, 40, 40, 40))));
    assertThat(tile.layer("places"))
        .containsExactly(
            new Feature(1, Map.of("name", "麓谷", "rank", 2), List.of(List.of(7, 4095))));
  }

  @Test
  void joinsRoadsThatContinueEachOtherAndLookTheSame() {
    Traits local = new Traits("local", "", "", false, 0);
    DecodedTile tile =
        DecodedTile.of(
            TileEncoder.encode(
                List.of(
                    line(PRIMARY, 10, 10, 20, 20),
                    line(local, 20, 20, 30, 0),
                    line(PRIMARY, 20, 20, 30, 30),
                    line(PRIMARY, 0, 0, 10, 10))));
    assertThat(tile.layer("roads").stream().map(Feature::parts))
        .containsExactlyInAnyOrder(
            List.of(List.of(0, 0, 10, 10, 20, 20, 30, 30)), List.of(List.of(20, 20, 30, 0)));
  }

  @Test
  void joinsACircleOnce() {
    DecodedTile tile =
        DecodedTile.of(
            TileEncoder.encode(
                List.of(
                    line(PRIMARY, 0, 0, 10, 0),
                    line(PRIMARY, 10, 0, 10, 10),
                    line(PRIMARY, 10, 10, 0, 0))));
    assertThat(tile.layer("roads").get(0).parts())
        .containsExactly(List.of(0, 0, 10, 0, 10, 10, 0, 0));
  }
}
