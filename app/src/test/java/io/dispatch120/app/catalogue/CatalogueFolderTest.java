package io.dispatch120.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.api.TargetFigure;
import io.dispatch120.dispatch.chestpain.OwnFigures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFolderTest {
  private static final Path NAMES = Path.of("..", "docs", "chest-pain.md");

  @TempDir private Path folder;

  @BeforeEach
  void likeTheDemo() throws IOException {
    for (String name :
        new String[] {"center.yaml", "stations.yaml", "units.yaml", "hospitals.yaml", "aeds.csv"}) {
      try (InputStream in = CatalogueFolderTest.class.getResourceAsStream("/demo/" + name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  private Map<String, TargetFigure> targets(String yaml) throws IOException {
    Path center = folder.resolve("center.yaml");
    Files.writeString(center, Files.readString(center) + "\nchestPainTargets:\n" + yaml + "\n");
    return CatalogueFolder.live(folder).center().chestPainTargets();
  }

  @Test
  void aCentreHasItsOwnTargetsAndFiguresOfAdvice() throws IOException {
    assertThat(
            targets(
                "  arrival_to_departure: {minutes: 20, source: agreed in 2026}\n"
                    + "  pre_alert_answered: {minutes: 2, source: agreed in 2026}\n"
                    + "  advice_pci_within: {minutes: 100, source: agreed in 2026}"))
        .containsOnly(
            entry("arrival_to_departure", new TargetFigure(1_200, "agreed in 2026")),
            entry("pre_alert_answered", new TargetFigure(120, "agreed in 2026")),
            entry("advice_pci_within", new TargetFigure(6_000, "agreed in 2026")));
  }

  @Test
  void aNameThatNoFigureHasIsSaid() {
    assertThatThrownBy(() -> targets("  door_to_baloon: {minutes: 90, source: x}"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("center.yaml")
        .hasMessageContaining("door_to_baloon")
        .hasMessageContaining("docs/chest-pain.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ninety", "0", "-5", "1.5", "'30'"})
  void minutesThatAreNoneAreSaid(String minutes) {
    assertThatThrownBy(
            () -> targets("  arrival_to_departure: {minutes: " + minutes + ", source: x}"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("arrival_to_departure")
        .hasMessageContaining("whole number from 1");
  }

  @Test
  void everyNameIsInTheDocument() throws IOException {
    String document = Files.readString(NAMES);

    assertThat(OwnFigures.all())
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
  }
}
