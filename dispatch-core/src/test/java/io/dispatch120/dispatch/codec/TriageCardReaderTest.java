package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.triage.TriageCard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageCardReaderTest {
  private static final String CARD =
      """
      card: burn
      version: 3
      complaint: burn
      title: {zh: 烧伤, en: Burn}
      source: [someone's guideline]
      questions:
        - id: face
          text: {zh: 脸上有吗, en: In the face}
          type: yes_no_unknown
        - id: size
          text: {zh: 多大, en: How large}
          type: number
          range: {from: 0, to: 100, unit: {zh: '%', en: '%'}}
          when: {face: [no, unknown]}
      instructions:
        cool: {zh: 用凉水冲, en: Cool with water}
      rules:
        - id: airway
          when: {face: yes}
          priority: p1
          capabilities: [als]
          instructions: [cool]
        - id: large
          when: {size: {atLeast: 10}}
          priority: p2
          instructions: [cool]
        - id: small
          priority: p3
          instructions: cool
      """;

  private static TriageCard read(String text) {
    return TriageCardReader.read("burn.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String text) {
    try {
      read(text);
      return List.of();
    } catch (CardProblems e) {
      return e.problems();
    }
  }

  @Test
  void readsACard() {
    TriageCard card = read(CARD);

    assertThat(card.version()).isEqualTo(3);
    assertThat(card.sha256()).matches("[0-9a-f]{64}");
    assertThat(card.questions()).hasSize(2);
    assertThat(card.rules())
        .extracting(TriageCard.Rule::id)
        .containsExactly("airway", "large", "small");
    assertThat(card.rules().get(2).byDefault()).isTrue();
  }

  @Test
  void anotherContentIsAnotherCard() {
    assertThat(read(CARD + "# a remark\n").sha256()).isNotEqualTo(read(CARD).sha256());
  }

  @ParameterizedTest(name = "{0} -> {1}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "face: yes|fase: yes|19|there is no question fase before this",
        "{face: yes}|{face: maybe}|19|'maybe' is no answer to face",
        "{face: [no, unknown]}|{size: unknown}|14|there is no question size before this",
        "size: {atLeast: 10}|face: {atLeast: 10}|24|a range is of a number",
        "{size: {atLeast: 10}}|{size: {atMost: 10}}|24|a range has no field atMost",
        "priority: p2|priority: p0|25|'p0' in a rule must be one of",
        "- id: small|- id: large|27|there are two rules large",
        "id: size|id: face|10|there are two questions face",
        "instructions: cool|instructions: heat|29|there is no instruction heat",
        "type: yes_no_unknown|type: text|9|'text' in a question must be one of",
        "zh: 烧伤, en|en|4|title of the card needs zh",
        "version: 3|version: three|2|version of the card must be a whole number",
        "version: 3|version: 0|2|version counts from 1",
        "capabilities: [als]|capabilities: [wings]|21|'wings' in a rule must be one of",
        "card: burn|card: Burn!|1|is no name",
        "complaint: burn|colour: red|3|the card has no field colour",
        "priority: p3|priority: [p3]|28|priority of a rule must be a text",
      })
  void saysWhatIsWrongAndOnWhichLine(String part, String instead, int line, String message) {
    assertThat(CARD).contains(part);

    assertThat(problems(CARD.replaceFirst(java.util.regex.Pattern.quote(part), instead)))
        .anySatisfy(
            problem ->
                assertThat(problem).startsWith("burn.yaml:" + line + ": ").contains(message));
  }

  @Test
  void needsADefaultAtTheEndAndTheMostUrgentFirst() {
    String noDefault = CARD.substring(0, CARD.indexOf("  - id: small"));
    assertThat(problems(noDefault))
        .containsExactly(
            "burn.yaml:23: the card has no default: its last rule must be without when");
    assertThat(problems(CARD.replace("priority: p1", "priority: p4")))
        .containsExactly(
            "burn.yaml:23: rule large is more urgent than the one before it: put it first");
    assertThat(problems(CARD.replace("    when: {face: yes}\n", "")))
        .containsExactly(
            "burn.yaml:18: rule airway has no when, so no rule after it is ever reached");
  }

  @Test
  void findsEverythingAtOnce() {
    String broken =
        CARD.replace("face: yes", "fase: yes").replace("p2", "p9").replace("[als]", "[wings]");

    assertThat(problems(broken)).hasSize(3);
  }

  @Test
  void saysWhereATextIsNoYaml() {
    assertThat(problems("card: burn\n  version: ["))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("burn.yaml:2: is no YAML");
    assertThat(problems("")).containsExactly("burn.yaml:1: is empty");
    assertThat(problems("- 1\n")).isNotEmpty();
    assertThat(problems(CARD + "version: 4\n"))
        .containsExactly("burn.yaml:30: names version twice");
    assertThatThrownBy(() -> read("&a [*a, *a]")).isInstanceOf(CardProblems.class);
  }
}
