package io.dispatch120.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.app.cli.ListImport.Imported;
import io.dispatch120.app.cli.ListImport.Kind;
import io.dispatch120.app.cli.ListImport.ListFile;
import io.dispatch120.app.cli.ListImport.Outcome;
import io.dispatch120.app.cli.ListImport.Unclear;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.ConfigurationReader;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.storage.DatabaseAccess;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists brought in on the command line, beside a running node that shows them at once. */
class ListImportIT {
  @TempDir Path data;

  @Test
  void aRunningNodeShowsWhatWasImportedBesideIt() throws Exception {
    try (RunningNode node = new Node().start(configuration())) {
      assertThat(node.report().lines()).isNotEmpty();
      Browser dispatcher = Browser.signedIn(port(), "dispatcher", "demo-dispatcher");

      Imported demo = imported(run(Kind.aeds, demoFile("aeds.csv"), "wgs84", false));
      assertThat(demo.unchanged()).as("%s", demo.rows()).isEqualTo(130);

      Path list = data.resolve("list.csv");
      Files.writeString(
          list,
          "编号;单位名称;经度;纬度;开放时间\nK-1;市民中心;112.9065;28.2127;周一至周五 9:00-17:00\nK-2;无位置;;;\n",
          Charset.forName("GBK"));
      assertThat(run(Kind.aeds, list, null, false)).isInstanceOf(Unclear.class);
      assertThat(imported(run(Kind.aeds, list, "wgs84", true)).imported()).isEqualTo(1);
      Imported done = imported(run(Kind.aeds, list, "wgs84", false));
      assertThat(done.imported()).isEqualTo(1);
      assertThat(done.refused()).isEqualTo(1);
      assertThat(imported(run(Kind.aeds, list, "wgs84", false)).unchanged()).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(dispatcher.get("/aeds/K-1").path("openingHours").asText())
                      .isEqualTo("Mo-Fr 09:00-17:00"));

      Path units = data.resolve("units.csv");
      Files.writeString(units, "unit,callsign,station\nA01,新名一,ST-WCP\nZ99,新车,ST-MXH\n");
      assertThat(imported(run(Kind.units, units, null, false)).changed()).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                JsonNode unit = dispatcher.get("/units/A01");
                assertThat(unit.path("callsign").asText()).isEqualTo("新名一");
                assertThat(unit.path("plate").asText()).as("kept").isNotBlank();
                assertThat(dispatcher.get("/units/Z99").path("station").asText())
                    .isEqualTo("ST-MXH");
              });
      assertThatThrownBy(() -> run(Kind.units, units, "elsewhere", null, false))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("no centre elsewhere");
    }
  }

  private static Imported imported(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Imported.class);
    return (Imported) outcome;
  }

  private Outcome run(Kind kind, Path file, String datum, boolean dryRun) {
    return run(kind, file, null, datum, dryRun);
  }

  private Outcome run(Kind kind, Path file, String center, String datum, boolean dryRun) {
    ListFile list =
        new ListFile(
            kind,
            file,
            Optional.ofNullable(datum),
            Optional.ofNullable(center),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            dryRun);
    return new DatabaseAccess(configuration().storage())
        .with(database -> new ListTool().run(database, list, line -> {}));
  }

  private static Path demoFile(String name) {
    return Path.of("src/main/resources/demo").resolve(name).toAbsolutePath();
  }

  private Configuration configuration() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DISPATCH120_DATA_DIR", data.toString());
    environment.put("DISPATCH120_HTTP_PORT", "0");
    environment.put("DISPATCH120_EDGE_PORT", "0");
    environment.put("DISPATCH120_MANAGEMENT_PORT", "0");
    environment.put("DISPATCH120_JTT808_PORT", "off");
    environment.put("DISPATCH120_SIMULATE", "off");
    return new ConfigurationReader(environment, null, data).read(Mode.DEMO, List.of());
  }

  private int port() throws Exception {
    return new ObjectMapper()
        .readTree(Files.readString(data.resolve("ports.json")))
        .get("http")
        .asInt();
  }
}
