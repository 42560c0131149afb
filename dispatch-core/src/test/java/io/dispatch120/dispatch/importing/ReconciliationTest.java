package io.dispatch120.dispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.importing.ImportPlan.Refused;
import io.dispatch120.dispatch.importing.ImportReport.Outcome;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.LngLat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final String LIST =
      """
      id,name,lng,lat,hours
      1,市民中心,112.945,28.202,每天 8:00-22:00
      2,图书馆,112.946,28.203,每天 8:00-22:00
      """;

  /** On the grid of EPSG:4547 at 395306.501 east, 3124582.804 north. */
  private static final LngLat IN_THE_GRID = new LngLat(112.933373, 28.2317248);

  private final Lists lists = new Lists();

  @Test
  void doesNothingTheSecondTime() {
    assertThat(lists.aeds(LIST).imported()).isEqualTo(2);
    ImportReport again = lists.aeds(LIST);
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.imported() + again.changed() + again.refused()).isZero();
  }

  @Test
  void changesWhatHasChangedAndKeepsWhatIsMissing() {
    lists.aeds(LIST);
    ImportReport changed =
        lists.aeds("id,name,lng,lat,hours\n1,市民中心,112.945,28.202,每天 9:00-22:00\n");
    assertThat(changed.changed()).isEqualTo(1);
    assertThat(changed.missing()).containsExactly("2");
    assertThat(lists.aed("1").site().openingHours()).isEqualTo("09:00-22:00");
    assertThat(lists.aed("2").site().name()).isEqualTo("图书馆");
  }

  @Test
  void keepsWhatTheListHasNoColumnFor() {
    lists.aeds("id,name,lng,lat,status\n1,市民中心,112.945,28.202,正常\n");
    lists.aeds("id,name,lng,lat\n1,市民服务中心,112.945,28.202\n");
    assertThat(lists.aed("1").site().readiness()).isEqualTo(AedReadiness.OK);
    assertThat(lists.aed("1").site().name()).isEqualTo("市民服务中心");
  }

  @Test
  void tellsTheIdsOfTwoListsApart() {
    lists.source = "city";
    lists.aeds(LIST);
    lists.source = "metro";
    ImportReport other = lists.aeds("id,name,lng,lat\n1,五一广场站,112.975,28.195\n");
    assertThat(other.rows().get(0).id()).isEqualTo("metro-1");
    assertThat(lists.aed("1").site().name()).isEqualTo("市民中心");
    assertThat(lists.aeds("id,name,lng,lat\n1,五一广场站,112.975,28.195\n").unchanged()).isEqualTo(1);
  }

  @Test
  void takesOverAnEntryThatIsClearlyTheSame() {
    lists.source = "city";
    lists.aeds(LIST);
    lists.source = "province";
    ImportReport other = lists.aeds("id,name,lng,lat\n1,市民中心大厅,112.9451,28.2021\n");
    assertThat(other.rows().get(0).id()).isEqualTo("1");
    assertThat(other.changed()).isEqualTo(1);
  }

  @Test
  void makesStableIdsWhereTheListHasNone() {
    String list = "name,address,lng,lat,hours\n市民中心,潇湘路1号,112.945,28.202,\n";
    String id = lists.aeds(list).rows().get(0).id();
    assertThat(id).matches("aed-[0-9a-f]{16}");
    ImportReport moved =
        lists.aeds("name,address,lng,lat,hours\n 市民中心 ,潇湘路１号,112.9451,28.2021,24小时\n");
    assertThat(moved.rows().get(0).id()).isEqualTo(id);
    assertThat(moved.changed()).isEqualTo(1);
  }

  @Test
  void makesIdsThatFitIntoAUrl() {
    ImportReport report =
        lists.aeds(
            "id,name,lng,lat\nnode/12,a,112.945,28.202\n长A 01,b,112.946,28.203\n长B 01,c,112.947,28.204\n..,d,112.948,28.205\n");
    assertThat(report.rows()).extracting(ImportReport.Row::id).doesNotHaveDuplicates();
    assertThat(report.rows())
        .allSatisfy(row -> assertThat(row.id()).matches("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}"));
    assertThat(report.rows().get(0).id()).isEqualTo("node-12");
  }

  @Test
  void warnsOfDuplicates() {
    ImportReport report =
        lists.aeds(
            """
            id,name,lng,lat
            1,市民中心,112.945,28.202
            2,市民中心,112.94505,28.20203
            3,图书馆,112.945,28.202
            1,另一个,112.955,28.212
            3,图书馆,112.945,28.202
            """);
    assertThat(Lists.row(report, 3).message()).contains("row 2");
    assertThat(Lists.row(report, 3).warnings()).contains(Warning.DUPLICATE);
    assertThat(Lists.row(report, 4).warnings()).doesNotContain(Warning.DUPLICATE);
    assertThat(Lists.row(report, 5).id()).isEqualTo("1-2");
    assertThat(Lists.row(report, 6).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(report.imported()).isEqualTo(4);
    lists.source = "other";
    ImportReport other = lists.aeds("id,name,lng,lat\nX9,市民中心,112.94501,28.20201\n");
    assertThat(other.rows().get(0).message()).contains("another list");
  }

  @Test
  void asksForTheDatumAndSaysWhatEachWouldMean() {
    lists.datum = null;
    Refused refused = (Refused) lists.plan(ListKind.AEDS, LIST);
    assertThat(refused.code()).isEqualTo(Refused.DATUM_UNKNOWN);
    assertThat(refused.advice()).hasSize(4).allMatch(line -> line.contains("2 of 2 rows"));
    assertThat(refused.advice().get(1)).matches("gcj02 .*by [4-7]\\d\\d m there\\.");
    lists.assumeWgs84 = true;
    assertThat(lists.aeds(LIST).notes().get(0)).contains("wgs84", "gcj02");
  }

  @Test
  void takesAGridOfASurveyAndSaysHowFarOffAnOldOneMayBe() {
    String grid = "id,name,X,Y\n1,站台,395306.501,3124582.804\n2,大厅,3124582.804,395306.501\n";
    lists.datum = "EPSG:4547";
    ImportReport report = lists.aeds(grid);

    assertThat(report.imported()).isEqualTo(2);
    for (ImportReport.Row row : report.rows()) {
      assertThat(lists.aed(row.id()).site().position().distanceMetersTo(IN_THE_GRID)).isLessThan(1);
    }
    assertThat(report.notes()).noneMatch(note -> note.contains("may be off"));
    lists.datum = "EPSG:2435";
    assertThat(lists.aeds(grid).notes()).anyMatch(note -> note.contains("some 30 m"));
  }

  @Test
  void letsAMappingFileDecide() throws Exception {
    lists.mapping =
        MappingFile.parse(
            """
            source: metro
            columns:
              name: b
              lng: c
              lat: d
              placement: [a, e]
              hours: []
            """);
    ImportReport report = lists.aeds("a,b,c,d,e,hours\n站厅,五一广场站,112.975,28.195,1号口,24小时\n");
    assertThat(report.source()).isEqualTo("metro");
    String id = report.rows().get(0).id();
    assertThat(lists.aed(id).site().placement()).isEqualTo("站厅 1号口");
    assertThat(lists.aed(id).site().openingHours()).isNull();
    assertThat(report.mapping().get("placement")).isEqualTo(List.of("a", "e"));
  }

  @Test
  void saysWhichColumnsItCouldNotRecognise() {
    Refused refused = (Refused) lists.plan(ListKind.AEDS, "foo,bar\na,1\n");
    assertThat(refused.code()).isEqualTo("mapping_unclear");
    assertThat(refused.detail()).contains("foo, bar");
    assertThat(((Refused) lists.plan(ListKind.AEDS, "id,name,lng,lat\n")).code())
        .isEqualTo("list_empty");
    lists.datum = "mars";
    assertThat(((Refused) lists.plan(ListKind.AEDS, LIST)).code()).isEqualTo("datum_unsupported");
  }
}
