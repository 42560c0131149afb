package io.dispatch120.dispatch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.importing.ImportReport.Outcome;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherListsTest {
  private final Lists lists = new Lists();

  @Test
  void readsUnitsAndRefusesUnknownStations() {
    lists.datum = null;
    ImportReport report =
        lists.take(
            ListKind.UNITS,
            """
            车组编号,呼号,车牌号,车型,急救站,联系电话
            A01,望城坡一组,湘A·12AB3,监护型,望城坡急救站,13900000001
            A02,望城坡二组,湘A·12AB4,普通型,st-1,
            A03,别处一组,湘A·12AB5,普通型,别处站,
            A04,望城坡四组,湘A·12AB6,红色,ST-1,
            """);
    assertThat(report.imported()).isEqualTo(3);
    UnitInfo first = lists.catalogue().units().get(0);
    assertThat(first.id().value()).isEqualTo("A01");
    assertThat(first.capabilities()).containsExactlyInAnyOrder(Capability.BLS, Capability.ALS);
    assertThat(first.station().value()).isEqualTo("ST-1");
    assertThat(Lists.row(report, 4).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(Lists.row(report, 4).message()).contains("别处站", "ST-1");
    assertThat(Lists.row(report, 5).message()).contains("bls");
    assertThat(report.datum()).isNull();
  }

  @Test
  void makesAStationWhereTheRowSaysWhereItIs() {
    ImportReport report =
        lists.take(
            ListKind.UNITS,
            "unit,callsign,station,lng,lat\nB01,B one,East,112.95,28.21\nB02,B two,East,112.95,28.21\n");
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.notes()).anyMatch(note -> note.contains("East"));
    assertThat(lists.catalogue().stations())
        .extracting(station -> station.id().value())
        .containsExactly("East", "ST-1");
  }

  @Test
  void readsHospitalsWithTheirLadders() {
    String list =
        """
        医院编号,医院名称,经度,纬度,救治能力,胸痛中心级别,联系人1,联系电话1,联系人2,联系电话2
        h1,测试一院,112.94,28.20,pci_24x7;溶栓;卒中(周一至周五 8:00-17:30),标准版,胸痛值班,13900000001,导管室,13900000002
        h2,测试二院,112.95,28.21,飞行,,,,,
        """;
    ImportReport report = lists.take(ListKind.HOSPITALS, list);
    HospitalInfo first = lists.catalogue().hospitals().get(0);
    assertThat(first.ladder()).hasSize(2);
    assertThat(first.ladder().get(1).contact()).isEqualTo("导管室");
    assertThat(first.ladder().get(1).channel()).isEqualTo("phone");
    assertThat(first.capabilities())
        .containsExactly(
            new HospitalCapability("pci_24x7", null),
            new HospitalCapability("thrombolysis", null),
            new HospitalCapability("stroke", "Mo-Fr 08:00-17:30"));
    assertThat(HospitalWords.capability("溶栓(看情况)")).isEmpty();
    assertThat(HospitalWords.accreditation("胸痛中心（基层版）")).contains("chest_pain_center_basic");
    assertThat(first.accreditation()).isEqualTo("chest_pain_center_standard");
    assertThat(Lists.row(report, 3).message()).contains("飞行").contains("nobody to tell");
    assertThat(lists.take(ListKind.HOSPITALS, list).unchanged()).isEqualTo(2);
    lists.take(ListKind.HOSPITALS, "名称,经度,纬度\n测试一院,112.9401,28.2001\n");
    assertThat(lists.catalogue().hospitals()).hasSize(2);
    assertThat(lists.catalogue().hospitals().get(0).ladder()).hasSize(2);
  }

  @Test
  void readsWhoIsToldTogetherAndWarnsOfWhoCanNotBeReached() {
    ImportReport report =
        lists.take(
            ListKind.HOSPITALS,
            """
            医院编号,医院名称,经度,纬度,联系人1,联系电话1,通知方式1,联系人2,联系电话2
            h1,测试一院,112.94,28.20,介入医师 & 导管室,+8613900000001 ＆ 13900000002,短信,总值班,13900000003
            h2,测试二院,112.95,28.21,值班护士,,系统,,
            """);

    HospitalInfo first = lists.catalogue().hospitals().get(0);
    assertThat(first.ladder()).hasSize(2);
    assertThat(first.ladder().get(0))
        .isEqualTo(
            new LadderLevel(
                1,
                "介入医师",
                "sms",
                "+8613900000001",
                List.of(new LadderContact("导管室", "sms", "13900000002"))));
    assertThat(first.ladder().get(1).together()).isEmpty();
    assertThat(Lists.row(report, 3).message()).contains("nobody has a phone");
  }

  @Test
  void saysNothingPersonalOfResponders() {
    String list =
        """
        姓名,手机,经度,纬度,同意,有效期
        王小明,13912345678,112.94567,28.20234,是,2027-01-01
        李小红,13912345679,112.94667,28.20334,也许,2020-01-01
        赵无号,,112.94667,28.20334,是,
        """;
    ImportReport report = lists.take(ListKind.RESPONDERS, list);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.rows().toString() + report.notes())
        .doesNotContain("王小明")
        .doesNotContain("139123");
    assertThat(lists.responders().toString()).doesNotContain("王小明").doesNotContain("139123");
    assertThat(lists.responders()).extracting(ResponderInfo::consent).contains(true, false);
    assertThat(lists.responders())
        .allSatisfy(
            r ->
                assertThat(r.position().lng() * 1000)
                    .isEqualTo(Math.rint(r.position().lng() * 1000)));
    assertThat(lists.take(ListKind.RESPONDERS, list).unchanged()).isEqualTo(2);
  }

  @Test
  void readsNamesOfPlaces() {
    ImportReport report =
        lists.take(ListKind.GAZETTEER, "标准地名,别名,所属区县,经度,纬度,类别\n橘子洲,橘洲、水陆洲,岳麓区,112.955,28.185,公园\n");
    assertThat(report.imported()).isEqualTo(1);
    assertThat(lists.places().get(0).aliases()).isEqualTo(List.of("橘洲", "水陆洲"));
    assertThat(lists.places().get(0).district()).isEqualTo("岳麓区");
  }
}
