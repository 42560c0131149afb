package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.chestpain.Contraindications;
import io.dispatch120.dispatch.chestpain.DestinationOption;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.dispatch120.geo.hours.OsmOpeningHours;
import io.dispatch120.geo.routing.RoadGraphImport;
import io.dispatch120.geo.routing.RoadMap;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Destination advice on the demo's map and with its hospitals, at noon on a Friday. */
class DemoAdviceTest {
  private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
  private static final LngLat YUCHANGPING = new LngLat(112.735, 28.125);
  private static final int ROUNDS = 2_000;

  @TempDir private Path folder;

  private DestinationAdvisor advisor(Catalogue catalogue) throws Exception {
    Path file = folder.resolve("map.osm.gz");
    try (InputStream in =
        Objects.requireNonNull(
            DemoAdviceTest.class.getResourceAsStream("/demo/west-bank.osm.gz"))) {
      Files.copy(in, file);
    }
    Path built = Files.createDirectory(folder.resolve("built"));
    RoadGraphImport.build(file, built, progress -> {});
    Roads roads = RoadMap.open(built).newRoads(RoadSpeeds.DEFAULTS);
    ZoneId zone = ZoneId.of(catalogue.center().zone());
    LiveBoard board =
        new LiveBoard(
            catalogue.center().id(),
            CenterPolicy.defaults(zone, "XJ"),
            new CatalogueInUse(
                catalogue,
                new IndexedAedFinder(List.of(), zone, roads),
                new HospitalServices(
                    catalogue, hours -> OsmOpeningHours.parse(hours, HolidayCalendar.china()))),
            1);
    return new DestinationAdvisor(board, roads);
  }

  private static Condition stemi() {
    return new Condition(
        PreAlertKind.CHEST_PAIN,
        Diagnosis.STEMI,
        false,
        false,
        Contraindications.NONE,
        NOON.minus(Duration.ofHours(1)),
        NOON.minus(Duration.ofMinutes(8)),
        NOON);
  }

  @Test
  void takesStemiFromYuchangpingPastItsOwnHospitalToTheCity() throws Exception {
    List<DestinationOption> options =
        advisor(CatalogueFolder.demo()).advise(stemi(), YUCHANGPING, Map.of(), NOON);

    assertThat(options).hasSize(8);
    assertThat(options.get(0).strategy()).isEqualTo(Strategy.PRIMARY_PCI);
    assertThat(options.get(0).hospitalId())
        .isIn(new HospitalId("changsha4"), new HospitalId("xiangya3"));
    assertThat(options.get(0).predictedSeconds()).isLessThanOrEqualTo(120 * 60L);
    DestinationOption own =
        options.stream()
            .filter(option -> option.hospitalId().value().equals("yuchangping"))
            .findFirst()
            .orElseThrow();
    assertThat(own.strategy()).isEqualTo(Strategy.THROMBOLYSIS_THEN_TRANSFER);
    assertThat(own.transferSeconds()).isNotNull();
  }

  /**
   * The goal is 10 ms for 99 of 100. Held against processor time: the clock on the wall also counts
   * whoever shares the machine, and is printed beside.
   */
  @Test
  void advisesOnTwentyHospitalsWithinMilliseconds() throws Exception {
    DestinationAdvisor advisor = advisor(twenty(CatalogueFolder.demo()));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] worked = new long[ROUNDS];
    long[] waited = new long[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      LngLat from = new LngLat(112.80 + 0.14 * (i & 15) / 16, 28.10 + 0.14 * ((i >> 4) & 15) / 16);
      // A second of the centre's time each: every sixtieth question makes the transfers anew.
      Instant now = NOON.plusSeconds(i);
      long start = System.nanoTime();
      long work = threads.getCurrentThreadCpuTime();
      List<DestinationOption> options = advisor.advise(stemi(), from, Map.of(), now);
      if (i >= 0) {
        worked[i] = threads.getCurrentThreadCpuTime() - work;
        waited[i] = System.nanoTime() - start;
      }
      assertThat(options).hasSizeGreaterThanOrEqualTo(20);
    }
    print("processor", worked);
    print("wall", waited);
    assertThat(worked[ROUNDS * 99 / 100]).isLessThan(Duration.ofMillis(10).toNanos());
  }

  private static void print(String clock, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "advice for 20 hospitals, %s: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        clock, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, nanos[ROUNDS - 1] / 1e6);
  }

  /** The demo's hospitals, and copies of them a few streets away. */
  private static Catalogue twenty(Catalogue demo) {
    List<HospitalInfo> all = new ArrayList<>(demo.hospitals());
    for (int i = 0; all.size() < 20; i++) {
      HospitalInfo like = demo.hospitals().get(i % demo.hospitals().size());
      all.add(
          new HospitalInfo(
              new HospitalId("copy" + i),
              like.name(),
              new LngLat(
                  like.position().lng() + 0.004, like.position().lat() + 0.003 * (1 + i / 8)),
              like.capabilities(),
              like.accreditation(),
              like.medianArrivalToWireMinutes(),
              like.ladder()));
    }
    return new Catalogue(demo.center(), demo.stations(), demo.units(), all, demo.aeds());
  }
}
