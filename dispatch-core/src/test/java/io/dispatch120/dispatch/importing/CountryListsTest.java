package io.dispatch120.dispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import org.junit.jupiter.api.Test;

/** Lists of our own with the peculiarities of those that exist. */
class CountryListsTest {
  @Test
  void readsTaiwansHeader() {
    Lists lists = new Lists(new LngLat(120.3, 22.63));
    ImportReport report =
        lists.aeds(
            """
            場所ID,場所名稱,場所縣市,場所區域,場所地址,場所分類,場所類型,場所描述,AEDID,AED放置地點,AED地點描述,地點LAT,地點LNG,周一至周五起,周一至周五迄,周六起,周六迄,周日起,周日迄,開放使用時間備註,開放時間緊急連絡電話
            11,測試車站,高雄市,三民區,建國二路1號,交通要衝,車站,,501,大廳,服務台旁,22.6394,120.3020,05:50,00:50,05:50,00:50,05:50,00:50,,07-1234567
            11,測試車站,高雄市,三民區,建國二路1號,交通要衝,車站,,502,月台,2樓,22.6394,120.3020,08:00,17:00,00:00,00:00,00:00,00:00,,
            12,測試機場,高雄市,小港區,中山四路2號,交通要衝,機場,,503,入境大廳,,22.5710,120.3450,00:00,00:00,00:00,00:00,00:00,00:00,依據班機時刻表,
            13,測試飯店,高雄市,前鎮區,中山二路3號,旅館,飯店,,504,櫃檯,,120.3050,22.6080,00:00,00:00,00:00,00:00,00:00,00:00,全天候開放,
            14,測試公園,高雄市,前鎮區,,公園,,,505,,,,,,,,,,,,
            """);
    assertThat(report.imported()).isEqualTo(4);
    assertThat(report.refused()).isEqualTo(1);
    AedSite station = lists.aed("501").site();
    assertThat(station.name()).isEqualTo("測試車站");
    assertThat(station.placement()).isEqualTo("大廳 服務台旁");
    assertThat(station.building()).isEqualTo("建國二路1號");
    assertThat(station.openingHours())
        .isEqualTo("Mo-Fr 05:50-00:50; Sa 05:50-00:50; Su 05:50-00:50");
    assertThat(lists.aed("501").custodianPhone()).isEqualTo("07-1234567");
    assertThat(lists.aed("502").site().openingHours())
        .isEqualTo("Mo-Fr 08:00-17:00; Sa off; Su off");
    assertThat(lists.aed("503").site().openingHours()).isNull();
    assertThat(lists.aed("503").site().hoursText()).contains("依據班機時刻表", "周六 00:00-00:00");
    assertThat(Lists.row(report, 4).warnings()).containsExactly(Warning.HOURS_UNKNOWN);
    assertThat(lists.aed("504").site().openingHours()).isEqualTo("24/7");
    assertThat(lists.aed("504").site().position()).isEqualTo(new LngLat(120.305, 22.608));
    assertThat(Lists.row(report, 5).warnings()).contains(Warning.SWAPPED);
    assertThat(Lists.row(report, 6).message()).isEqualTo("no position");
  }

  @Test
  void readsAJapaneseList() {
    Lists lists = new Lists(new LngLat(139.2, 35.1));
    ImportReport report =
        lists.aeds(
            """
            全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,所在地_連結表記,緯度,経度,設置位置,電話番号,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,備考
            141003,0000000001,試験市,試験市役所,シケンシヤクショ,中央一丁目1番1号,35.1000,139.2000,1階受付,046-000-0000,月火水木金,08:30,17:15,祝日は休み,
            141003,0000000002,試験市,試験体育館,シケンタイイクカン,北町2-2,35.1100,139.2100,事務室,046-000-0001,月火水木金土日,09:00,21:00,,
            141003,0000000003,試験市,試験広場,シケンヒロバ,南町3-3,35.1200,139.2200,,,,,,24時間,
            141003,0000000004,試験市,試験会館,シケンカイカン,西町4-4,35.1300,139.2300,,,,,,行事開催時のみ,
            """);
    assertThat(report.imported()).isEqualTo(4);
    AedSite office = lists.aed("0000000001").site();
    assertThat(office.name()).isEqualTo("試験市役所");
    assertThat(office.openingHours()).isEqualTo("Mo-Fr 08:30-17:15; PH off");
    assertThat(office.placement()).isEqualTo("1階受付");
    assertThat(lists.aed("0000000002").site().openingHours()).isEqualTo("09:00-21:00");
    assertThat(lists.aed("0000000003").site().openingHours()).isEqualTo("24/7");
    assertThat(lists.aed("0000000004").site().openingHours()).isNull();
    assertThat(lists.aed("0000000004").site().hoursText()).isEqualTo("行事開催時のみ");
  }

  @Test
  void readsAGermanList() {
    Lists lists = new Lists(new LngLat(6.95, 50.94));
    ImportReport report =
        lists.aeds(
            """
            id;bezirk;name;location_details;address;opening_hours;longitude;latitude
            1;Mitte;Testdom;Nordeingang;;6.00-19.30 Uhr;6,9582;50,9417
            2;Mitte;Testmuseum;"An der Kasse; links";Testplatz 1;Di-So 10:00 - 18:00, 1.Do im Monat 10:00 - 22:00;6,96;50,941
            3;Mitte;Testhalle;;Testweg 3;Mo - Fr 08:00 - 16:00 Uhr und zu Veranstaltungen;6,97;50,942
            4;Mitte;Testamt;;Testweg 4;;;
            """);
    assertThat(report.imported()).isEqualTo(3);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(lists.aed("1").site().openingHours()).isEqualTo("06:00-19:30");
    assertThat(lists.aed("2").site().openingHours())
        .isEqualTo("Tu-Su 10:00-18:00; Th[1] 10:00-22:00");
    assertThat(lists.aed("2").site().placement()).isEqualTo("An der Kasse; links");
    assertThat(lists.aed("3").site().openingHours()).isNull();
    assertThat(lists.aed("3").site().position()).isEqualTo(new LngLat(6.97, 50.942));
  }

  @Test
  void readsAListOfAChineseCity() {
    Lists lists = new Lists();
    lists.datum = null;
    ImportReport report =
        lists.aeds(
            """
            某区AED分布一览表,,,,,,,,
            序号,安放单位,详细地址,安放位置,高德经度,高德纬度,开放时间,设备状态,电极片有效期
            1,市民中心,潇湘路1号,大厅2台,112.9455,28.2021,周一至周五 9:00-17:00,正常,2027年5月1日
            2,中学,潇湘路2号,门卫室,112.9465,28.2031,寒暑假不开放,正常,2026-01
            3,商场,潇湘路3号,一楼服务台,112.9475,28.2041,每天10:00-22:00,故障,
            """);
    assertThat(report.datum()).isEqualTo("gcj02");
    assertThat(report.imported()).isEqualTo(3);
    assertThat(report.unusedColumns()).as("a line number is no id").containsExactly("序号");
    AedSite center = lists.aed(report.rows().get(0).id()).site();
    AedSite school = lists.aed(report.rows().get(1).id()).site();
    AedSite mall = lists.aed(report.rows().get(2).id()).site();
    assertThat(center.position().distanceMetersTo(new LngLat(112.9455, 28.2021)))
        .isBetween(300.0, 800.0);
    assertThat(Lists.row(report, 3).message()).contains("2 devices");
    assertThat(center.readiness()).isEqualTo(AedReadiness.OK);
    assertThat(school.openingHours()).isNull();
    assertThat(school.readiness()).isEqualTo(AedReadiness.EXPIRED);
    assertThat(mall.readiness()).isEqualTo(AedReadiness.FAULT);
    assertThat(mall.access()).isEqualTo(AedAccess.STAFFED);
  }

  @Test
  void readsOpenStreetMap() {
    Lists lists = new Lists();
    lists.datum = null;
    ImportReport report =
        lists.aeds(
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","id":"node/77","geometry":{"type":"Point","coordinates":[112.95,28.21]},
              "properties":{"emergency":"defibrillator","name":"Library","opening_hours":"Mo-Fr 08:00-20:00; PH off",
               "access":"customers","indoor":"yes","level":"1","defibrillator:location":"beside the lift","phone":"+86 731 000"}},
             {"type":"Feature","id":"way/78","geometry":{"type":"LineString","coordinates":[[112.95,28.21],[112.96,28.21]]},
              "properties":{"emergency":"defibrillator"}}]}
            """);
    AedSite site = lists.aed("node-77").site();
    assertThat(site.openingHours()).isEqualTo("Mo-Fr 08:00-20:00; PH off");
    assertThat(site.access()).isEqualTo(AedAccess.STAFFED);
    assertThat(site.floor()).isEqualTo("1");
    assertThat(site.placement()).isEqualTo("beside the lift");
    assertThat(report.refused()).isEqualTo(1);
    assertThat(Lists.row(report, 2).message()).contains("LineString");
  }

  @Test
  void readsAListWithoutAHeader() {
    Lists lists = new Lists();
    ImportReport report =
        lists.aeds(
            """
            K-01;市民中心;( 112.945,28.202 );周一至周五 9:00-17:00
            K-02;图书馆;( 112.946,28.203 );每天 8:00-22:00
            K-03;体育馆;( 112.947,28.204 );看通知
            """);
    assertThat(report.mapping()).containsKeys("position", "name", "hours", "id");
    assertThat(lists.aed("K-02").site().name()).isEqualTo("图书馆");
    assertThat(lists.aed("K-02").site().openingHours()).isEqualTo("08:00-22:00");
    ImportReport oneColumn = new Lists().aeds("地点,时间,位置\n图书馆,全天,\"N28.202, E112.945\"\n");
    assertThat(oneColumn.imported()).isEqualTo(1);
    assertThat(oneColumn.mapping().get("position")).containsExactly("位置");
    ImportReport separate = new Lists().aeds("28.202,112.945,市民中心\n28.203,112.946,图书馆\n");
    assertThat(separate.imported()).isEqualTo(2);
    assertThat(separate.rows()).noneMatch(row -> row.warnings().contains(Warning.SWAPPED));
  }
}
