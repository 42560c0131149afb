package io.dispatch120.dispatch.chestpain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dispatch120.dispatch.chestpain.Checklist.Approval;
import io.dispatch120.dispatch.chestpain.Checklist.Grade;
import io.dispatch120.dispatch.chestpain.Checklist.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Checklist LIST =
      new Checklist(
          "thrombolysis",
          2,
          List.of(),
          List.of(
              new Item("a", Grade.ABSOLUTE, "甲？", "A?"),
              new Item("b", Grade.RELATIVE, "乙？", "B?")));

  @ParameterizedTest
  @CsvSource({
    // absolute, relative, in force
    "no,      no,      true,  NONE",
    "no,      yes,     true,  RELATIVE",
    "yes,     no,      true,  ABSOLUTE",
    "yes,     ,        true,  ABSOLUTE",
    "yes,     yes,     false, ABSOLUTE",
    "no,      no,      false, NOT_ANSWERED",
    "no,      ,        true,  NOT_ANSWERED",
    "no,      unknown, true,  NOT_ANSWERED",
    "unknown, yes,     true,  NOT_ANSWERED",
    "No,      no,      true,  NOT_ANSWERED",
  })
  void permitsOnlyWhatIsWhollyAnsweredAndInForce(
      String absolute, String relative, boolean inForce, Contraindications expected) {
    Map<String, String> answers = new HashMap<>();
    answers.put("a", absolute);
    answers.put("b", relative);

    assertThat(LIST.evaluate(answers, inForce)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 张医师, 2026-11-27, true",
    "1, 张医师, 2026-11-01, false",
    "2, ' ',    2026-11-01, false",
    "2, 张医师, 2026-11-28, false",
  })
  void isInForceByTheWordOfAPhysicianForThisVersion(
      int version, String physician, LocalDate from, boolean expected) {
    assertThat(LIST.inForce(Optional.of(new Approval(version, physician, from)), TODAY))
        .isEqualTo(expected);
    assertThat(LIST.inForce(Optional.empty(), TODAY)).isFalse();
  }

  @Test
  void namesAnswersToNothing() {
    assertThat(LIST.unknownIn(Map.of("a", "no", "z", "no"))).containsExactly("z");
  }

  @Test
  void refusesAListThatCanNotBeAnswered() {
    Item item = LIST.items().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checklist("x", 1, List.of(), List.of(item, item)))
        .withMessageContaining("a is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checklist("x", 1, List.of(), List.of()));
  }
}
