package io.dispatch120.dispatch.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final ToIntFunction<List<String>> NAMES =
      cells -> (int) cells.stream().filter(c -> List.of("name", "lng", "lat").contains(c)).count();

  private static CsvTable table(String text) throws ListRefused {
    return CsvTable.of(new Decoded(text, "UTF-8", 0), CsvTable.Form.UNKNOWN, NAMES);
  }

  private static List<Table.Row> rows(Table table) throws ListRefused {
    List<Table.Row> rows = new ArrayList<>();
    table.read(rows::add);
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsOutWhatSeparatesValues(String separator) throws Exception {
    CsvTable table =
        table("name,lng,lat\n\"a b\",112.9,28.2\nc,112.8,28.1\n".replace(",", separator));
    assertThat(table.columns()).containsExactly("name", "lng", "lat");
    assertThat(rows(table).get(0).cells()).containsExactly("a b", "112.9", "28.2");
  }

  @Test
  void keepsQuotedSeparatorsLineEndsAndQuotes() throws Exception {
    List<Table.Row> rows = rows(table("name,lng,lat\n\"a, \"\"b\"\"\nc\",1,2\n\n d ,3,4"));
    assertThat(rows.get(0).cells()).containsExactly("a, \"b\"\nc", "1", "2");
    assertThat(rows.get(0).number()).isEqualTo(2);
    assertThat(rows.get(1).cells()).containsExactly("d", "3", "4");
    assertThat(rows.get(1).number()).isEqualTo(4);
  }

  @Test
  void findsTheHeaderBelowATitleAndDoesWithoutOne() throws Exception {
    CsvTable titled = table("AEDs of the city\n\nname,lng,lat\na,1.5,2.5\n");
    assertThat(titled.named()).isTrue();
    assertThat(rows(titled)).hasSize(1);
    CsvTable bare = table("a,112.9,28.2\nb,112.8,28.1\n");
    assertThat(bare.named()).isFalse();
    assertThat(bare.columns()).containsExactly("column 1", "column 2", "column 3");
    assertThat(rows(bare)).hasSize(2);
  }

  @Test
  void fillsShortRowsAndCutsLongOnes() throws Exception {
    List<Table.Row> rows = rows(table("name,lng,lat\na,1\nb,1,2\nc,3,4\n"));
    assertThat(rows.get(0).cells()).containsExactly("a", "1", "");
  }

  @Test
  void refusesBombs() {
    assertThatThrownBy(() -> rows(table("name,lng,lat\n" + "a,1,2\n".repeat(Table.MAX_ROWS + 1))))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("rows");
    assertThatThrownBy(() -> table("a,".repeat(Table.MAX_COLUMNS + 10) + "\n1,2"))
        .isInstanceOf(ListRefused.class);
    assertThatThrownBy(() -> rows(table("name,lng,lat\n" + "x".repeat(100_000) + ",1,2")))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> rows(table("name,lng,lat\na,1,2\n\"" + "b,1,2\n".repeat(50_000))))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("quote");
    assertThatThrownBy(() -> table("\n\n")).isInstanceOf(ListRefused.class);
  }
}
