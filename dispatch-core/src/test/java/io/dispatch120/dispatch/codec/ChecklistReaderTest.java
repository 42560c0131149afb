package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dispatch120.dispatch.chestpain.Checklist;
import io.dispatch120.dispatch.chestpain.Checklist.Grade;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistReaderTest {
  private static final String GOOD =
      """
      id: x
      version: 1
      sources: [us]
      items:
        - {id: a, grade: absolute, zh: 甲, en: A}
      """;

  private static Checklist read(String yaml) throws IOException {
    return ChecklistReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsTheOneOfThisBuild() {
    Checklist list = ChecklistReader.thrombolysis();

    assertThat(list.id()).isEqualTo("thrombolysis");
    assertThat(list.sources()).isNotEmpty();
    assertThat(list.items()).extracting(Checklist.Item::grade).contains(Grade.values());
    assertThat(list.items())
        .allSatisfy(
            item -> {
              assertThat(item.id()).matches("[a-z0-9_]+");
              assertThat(item.zh()).endsWith("？");
              assertThat(item.en()).endsWith("?");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "version: 1, version: 0, version",
    "version: 1, version: eins, version",
    "absolute, sometimes, grade of a",
    "items:, questions:, items",
  })
  void saysWhatIsWrong(String good, String bad, String said) throws IOException {
    assertThat(read(GOOD).items()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(GOOD.replace(good, bad)))
        .withMessageContaining(said);
    assertThatIllegalArgumentException().isThrownBy(() -> read("- a list"));
  }
}
