package io.dispatch120.dispatch.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTableTest {
  private static GeoJsonTable table(String json) throws ListRefused {
    return GeoJsonTable.of(new Decoded(json, "UTF-8", 0));
  }

  private static List<Table.Row> rows(Table table) throws ListRefused {
    List<Table.Row> rows = new ArrayList<>();
    table.read(rows::add);
    return rows;
  }

  private static String collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  @Test
  void readsPropertiesAsColumnsAndPointsAsCoordinates() throws Exception {
    GeoJsonTable table =
        table(
            collection(
                """
                {"type":"Feature","id":"node/1","geometry":{"type":"Point","coordinates":[112.9,28.2]},
                 "properties":{"name":"a","tags":{"indoor":"yes"},"list":[1,"b"],"none":null}},
                {"type":"Feature","geometry":null,"properties":{"name":"c","level":1}}
                """));
    assertThat(table.columns())
        .containsExactly("geometry.lng", "geometry.lat", "name", "indoor", "list", "@id", "level");
    assertThat(rows(table).get(0).cells())
        .containsExactly("112.9", "28.2", "a", "yes", "1; b", "node/1", "");
    assertThat(rows(table).get(1).cells()).containsExactly("", "", "c", "", "", "", "1");
    assertThat(table.statedDatum()).isEqualTo("wgs84");
  }

  @Test
  void marksLinesAndAreasAsNoPositions() throws Exception {
    Table table =
        table(
            collection(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[5,6],[1,2]]]},"
                    + "\"properties\":{}}"));
    assertThat(rows(table).get(0).fault()).contains("Polygon");
  }

  @Test
  void readsTheOldNameOfADatum() throws Exception {
    String crs =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
            + "\"urn:ogc:def:crs:EPSG::4547\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{}}]}";
    assertThat(table(crs).statedDatum()).isEqualTo("EPSG:4547");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "nonsense",
        "{\"type\":\"Feature\"}",
        "{\"features\":{}}",
        "{\"features\":[1]}",
        "{\"features\":[]}",
        "{\"features\":[{}]} x",
        "{\"elements\":[{\"type\":\"node\"}]}"
      })
  void refusesWhatIsNoFeatureCollection(String json) {
    assertThatThrownBy(() -> table(json)).isInstanceOf(ListRefused.class);
  }

  @Test
  void refusesBombs() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(
            () ->
                table(
                    collection("{\"geometry\":{\"type\":\"Point\",\"coordinates\":" + deep + "}}")))
        .isInstanceOf(ListRefused.class);
    assertThatThrownBy(() -> table("{\"a\":" + deep + ",\"features\":[{}]}"))
        .isInstanceOf(ListRefused.class);
    StringBuilder wide = new StringBuilder("{\"properties\":{");
    for (int i = 0; i < 1_000; i++) {
      wide.append(i == 0 ? "" : ",").append("\"p").append(i).append("\":1");
    }
    assertThatThrownBy(() -> table(collection(wide + "}}"))).isInstanceOf(ListRefused.class);
  }
}
