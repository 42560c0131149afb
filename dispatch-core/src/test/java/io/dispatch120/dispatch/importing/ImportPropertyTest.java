package io.dispatch120.dispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dispatch120.dispatch.importing.ImportPlan.Ready;
import io.dispatch120.dispatch.importing.hours.HoursCells;
import io.dispatch120.dispatch.importing.hours.HoursReader;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import io.dispatch120.dispatch.importing.table.ListRefused;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ImportPropertyTest {
  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 600) byte[] bytes, @ForAll ListKind kind) {
    assertThatCode(() -> new Lists().plan(kind, bytes)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
            "id",
            "name",
            "经度",
            "lat",
            ",",
            ";",
            "\n",
            "\"",
            "112.94",
            "28.2",
            "0",
            "周一",
            "至",
            "-",
            "8:00",
            "17时",
            "休",
            "24小时",
            "(",
            ")",
            "°",
            "'",
            "N",
            "E",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\t",
            "\"features\"",
            "祝",
            "1.Do",
            "im Monat",
            "上午",
            "\uFFFD",
            "\uD83D",
            "null",
            "e9",
            "以外")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void anyScrapsAreReadOrRefused(@ForAll("scraps") String text, @ForAll ListKind kind) {
    assertThatCode(() -> new Lists().plan(kind, text)).doesNotThrowAnyException();
    assertThatCode(() -> new HoursReader().read(HoursCells.ofText(text)))
        .doesNotThrowAnyException();
    try {
      MappingFile.parse(text);
    } catch (ListRefused expected) {
      assertThat(expected.code()).isEqualTo("bad_mapping");
    }
  }

  @Property(tries = 200)
  void whatIsTakenTwiceIsUnchanged(@ForAll("scraps") String cell) {
    String safe = cell.replace("\"", "").replace("\n", " ");
    String list = "id,name,lng,lat,hours\n7,\"" + safe + "\",112.94,28.2,\"" + safe + "\"\n";
    Lists lists = new Lists();
    ImportReport first = lists.aeds(list);
    assertThat(first.imported()).isEqualTo(1);
    assertThat(lists.aeds(list).unchanged()).isEqualTo(1);
  }

  /** Everything at one spot, under one name, with one id: what would be slow if anything were. */
  @Test
  void staysLinearOnTheWorstList() {
    StringBuilder list = new StringBuilder("id,name,lng,lat,placement\n");
    for (int i = 0; i < 50_000; i++) {
      list.append("1,same,112.94,28.2,").append(i).append('\n');
    }
    Ready ready =
        Assertions.assertTimeout(
            Duration.ofSeconds(30), () -> (Ready) new Lists().plan(ListKind.AEDS, list.toString()));
    assertThat(ready.report().imported()).isEqualTo(50_000);
  }
}
