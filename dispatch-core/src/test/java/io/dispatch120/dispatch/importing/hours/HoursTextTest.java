package io.dispatch120.dispatch.importing.hours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "24小时 | 24/7",
        "24小時開放 | 24/7",
        "全天候開放 | 24/7",
        "２４小时 | 24/7",
        "7×24小时 | 24/7",
        "24時間 | 24/7",
        "終日 | 24/7",
        "24/7 | 24/7",
        "0-24 Uhr | 24/7",
        "00:00-23:59 | 24/7",
        "24小时; 节假日休息 | 24/7; PH off",
        "周一至周五 8:00-17:30 | Mo-Fr 08:00-17:30",
        "周一至周五8:00-12:00,14:00-17:30,周六8:00-12:00 | Mo-Fr 08:00-12:00,14:00-17:30; Sa 08:00-12:00",
        "周一至周五：8:00-17:30；周六、周日：9:00-16:00 | Mo-Fr 08:00-17:30; Sa,Su 09:00-16:00",
        "周一至五 9:00-17:00 | Mo-Fr 09:00-17:00",
        "周一、三、五 9:00-12:00 | Mo,We,Fr 09:00-12:00",
        "周六日 9:00-17:00 | Sa,Su 09:00-17:00",
        "星期一至星期日 06:30-22:30 | 06:30-22:30",
        "每天 06:30–22:30 | 06:30-22:30",
        "全年无休 8:00-22:00 | 08:00-22:00",
        "工作日 8:00-17:30 | Mo-Fr 08:00-17:30; PH off",
        "周一至周五 8:00-17:30（节假日除外） | Mo-Fr 08:00-17:30; PH off",
        "8:00-17:00（周一至周五） | Mo-Fr 08:00-17:00",
        "8:00-17:00 周日休息 | 08:00-17:00; Su off",
        "开馆时间9:00-17:00（周一闭馆） | 09:00-17:00; Mo off",
        "上午8:30-11:30，下午2:00-5:30 | 08:30-11:30,14:00-17:30",
        "周一到周五上午8点到下午5点半 | Mo-Fr 08:00-17:30",
        "6:00-次日2:00 | 06:00-02:00",
        "05:50–00:50 | 05:50-00:50",
        "05:50-24:50 | 05:50-00:50",
        "週一至週五 08:00~17:00 國定假日休息 | Mo-Fr 08:00-17:00; PH off",
        "平日 9-17; 假日 10-16 | Mo-Fr 09:00-17:00; PH off; Sa,Su,PH 10:00-16:00",
        "月火水木金 9:00-17:00 | Mo-Fr 09:00-17:00",
        "月～金 9:00～17:00 | Mo-Fr 09:00-17:00",
        "月曜日から金曜日 午前9時から午後5時まで | Mo-Fr 09:00-17:00",
        "平日 8:30〜17:15 | Mo-Fr 08:30-17:15; PH off",
        "土日祝以外 9時～17時 | Mo-Fr 09:00-17:00; PH off",
        "9:00-17:00 土日祝を除く | Mo-Fr 09:00-17:00; PH off",
        "第1・3日曜 10:00-12:00 | Su[1],Su[3] 10:00-12:00",
        "6.00-19.30 Uhr | 06:00-19:30",
        "Di-So 10:00 - 18:00, 1.Do im Monat 10:00 - 22:00 | Tu-Su 10:00-18:00; Th[1] 10:00-22:00",
        "Di 10:00 - 20:00, Feiertags 10:00 - 17:00 | Tu 10:00-20:00; PH 10:00-17:00",
        "Mo,Mi,Fr 7:30 - 12:00, Di 9:30 - 18:00 | Mo,We,Fr 07:30-12:00; Tu 09:30-18:00",
        "Mo-Fr 8-12 und 14-18 Uhr | Mo-Fr 08:00-12:00,14:00-18:00",
        "Täglich 8-22 Uhr | 08:00-22:00",
        "Sonn- und Feiertags 10-18 Uhr | Su,PH 10:00-18:00",
        "Mon-Fri 9am-5pm; Sat closed | Mo-Fr 09:00-17:00; Sa off",
        "weekdays 9:00 am to 5:30 pm | Mo-Fr 09:00-17:30",
        "0830-1730 | 08:30-17:30",
        "Mo-Fr 08:00-18:00; PH off | Mo-Fr 08:00-18:00; PH off",
        "Mo-Su 08:00-18:00 | Mo-Su 08:00-18:00",
        "Apr-Sep: Mo-Su 08:00-20:00 | Apr-Sep: Mo-Su 08:00-20:00",
        "We[1] 10:00-12:00 | We[1] 10:00-12:00",
      })
  void readsHoursInManyLanguages(String text, String osm) {
    assertThat(HoursText.find(text)).contains(osm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "依據班機時刻表",
        "寒暑假不開放",
        "00:00-00:00",
        "8:00-5:30",
        "Mo-Fr",
        "周一至周五",
        "Mo - Fr 08:00 - 16:00 Uhr und zu Veranstaltungen",
        "Fr 8:30 - 12:00 Pause von 13:00 - 13:30",
        "上午17:00-18:00",
        "25:00-26:00",
        "8:00-17:00 周六 9:00-12:00",
        "周一至周五 8:00-17:30（寒暑假除外）",
        "4月-10月 9:00-17:00",
        "営業時間に準ずる",
        "13812345678",
        "2026-05-01"
      })
  void understandsAllOrNothing(String text) {
    assertThat(HoursText.find(text)).isEmpty();
  }

  @Test
  void readsLongTextsInBoundedTime() {
    assertThat(HoursText.find("周一至周五 8:00-17:30，".repeat(10_000))).isEmpty();
    assertThat(HoursText.find("Mo,".repeat(130))).isEmpty();
    assertThat(HoursText.find("Mo-".repeat(80) + "08:00")).isEmpty();
  }
}
