package io.dispatch120.dispatch.importing.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-01",
    "2026/5/1 08:00, 2026-05-01",
    "2026年5月1日, 2026-05-01",
    "20260501, 2026-05-01",
    "01.05.2026, 2026-05-01",
    "2026-05, 2026-05-31",
    "2026年5月, 2026-05-31",
    "115/05/01, 2026-05-01",
    "民國115年5月1日, 2026-05-01",
    "令和8年5月1日, 2026-05-01",
    "２０２６－０５－０１, 2026-05-01"
  })
  void readsDates(String text, LocalDate day) {
    assertThat(Dates.find(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-13-01", "2026-02-30", "5/1", "1/1/1", "99999999"})
  void doesNotGuessDates(String text) {
    assertThat(Dates.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "正常, OK",
    "可用, OK",
    "einsatzbereit, OK",
    "無異常, OK",
    "故障, FAULT",
    "不可用, FAULT",
    "not working, FAULT",
    "维修中, FAULT",
    "已过期, EXPIRED",
    "期限切れ, EXPIRED",
    "缺失, MISSING",
    "撤去, MISSING",
    "未知, UNKNOWN"
  })
  void readsTheStateOfADevice(String word, AedReadiness readiness) {
    assertThat(AedWords.readiness(word)).contains(readiness);
  }

  @Test
  void doesNotTakeUnknownOrDeniedWordsForReady() {
    assertThat(AedWords.readiness("不正常")).isNotEqualTo(java.util.Optional.of(AedReadiness.OK));
    assertThat(AedWords.readiness("红色")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "yes, PUBLIC",
    "公开, PUBLIC",
    "customers, STAFFED",
    "需联系工作人员, STAFFED",
    "private, RESTRICTED",
    "no, RESTRICTED",
    "内部使用, RESTRICTED",
    "不对外开放, RESTRICTED"
  })
  void readsWhoCanGetAtADevice(String word, AedAccess access) {
    assertThat(AedWords.access(word)).contains(access);
  }

  @Test
  void countsDevices() {
    assertThat(AedWords.count("2台")).hasValue(2);
    assertThat(AedWords.count("3")).hasValue(3);
    assertThat(AedWords.count("some")).isEmpty();
    assertThat(AedWords.countIn("大厅服务台2台")).hasValue(2);
    assertThat(AedWords.countIn("2号出口")).isEmpty();
  }

  @Test
  void readsWhatUnitsCanDo() {
    assertThat(UnitWords.capabilities("监护型")).containsExactly(Capability.BLS, Capability.ALS);
    assertThat(UnitWords.capabilities("negative_pressure"))
        .containsExactly(Capability.NEGATIVE_PRESSURE);
    assertThat(UnitWords.capabilities("red")).isEmpty();
  }
}
