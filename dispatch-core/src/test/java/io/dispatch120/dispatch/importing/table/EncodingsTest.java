package io.dispatch120.dispatch.importing.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
  private static final String SIMPLIFIED =
      "编号,名称,地址,经度,纬度,开放时间\n1,市民服务中心,岳麓区潇湘南路一段,112.93,28.21,周一至周五 9:00-17:00\n";
  private static final String TRADITIONAL =
      "場所名稱,場所地址,AED放置地點,地點LAT,地點LNG\n高雄火車站,三民區建國二路,大廳服務台旁,22.63,120.30\n";
  private static final String JAPANESE =
      "名称,住所,緯度,経度,利用可能曜日\n市役所本庁舎,中央区一丁目,35.1,139.2,月火水木金\nスポーツセンター,北区,35.2,139.1,土日\n";
  private static final String GERMAN =
      "Name;Straße;Öffnungszeiten\nBürgeramt Köln;Mailänder Straße 5;täglich 8-18 Uhr\n";

  @ParameterizedTest
  @CsvSource({
    "simplified, UTF-8, UTF-8",
    "simplified, GB18030, GB18030",
    "simplified, GBK, GB18030",
    "traditional, UTF-8, UTF-8",
    "traditional, Big5, Big5",
    "japanese, Shift_JIS, Shift_JIS",
    "japanese, windows-31j, Shift_JIS",
    "german, windows-1252, windows-1252",
    "german, UTF-8, UTF-8",
  })
  void findsOutTheCharacterSet(String language, String written, String found) throws Exception {
    String text = text(language);
    Decoded decoded = Encodings.decode(text.getBytes(Charset.forName(written)), null);
    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.encoding()).isEqualTo(found);
    assertThat(decoded.unreadable()).isZero();
  }

  private static String text(String language) {
    return switch (language) {
      case "simplified" -> SIMPLIFIED;
      case "traditional" -> TRADITIONAL;
      case "japanese" -> JAPANESE;
      default -> GERMAN;
    };
  }

  @Test
  void readsMarksAtTheStart() throws Exception {
    assertThat(
            Encodings.decode(("\uFEFF" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8), "Big5")
                .text())
        .isEqualTo(SIMPLIFIED);
    byte[] wide = ("\uFEFF" + SIMPLIFIED).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Encodings.decode(wide, null).text()).isEqualTo(SIMPLIFIED);
    assertThat(Encodings.decode(SIMPLIFIED.getBytes(StandardCharsets.UTF_16), null).text())
        .isEqualTo(SIMPLIFIED);
  }

  @Test
  void keepsATextThatIsBrokenInOnePlace() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(SIMPLIFIED.repeat(3).getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE5);
    bytes.write('\n');
    Decoded decoded = Encodings.decode(bytes.toByteArray(), null);
    assertThat(decoded.encoding()).isEqualTo("UTF-8");
    assertThat(decoded.unreadable()).isEqualTo(1);
  }

  @Test
  void takesTheOperatorsWord() throws Exception {
    byte[] bytes = "名".getBytes(Charset.forName("GBK"));
    assertThat(Encodings.decode(bytes, "gbk").text()).isEqualTo("名");
    assertThatThrownBy(() -> Encodings.decode(bytes, "klingon"))
        .isInstanceOf(ListRefused.class)
        .hasMessageContaining("GB18030");
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] zeros = new byte[1000];
    assertThatThrownBy(() -> Encodings.decode(zeros, null)).isInstanceOf(ListRefused.class);
  }
}
