package io.dispatch120.dispatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.incident.Incident;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final String DAY = "2026-11-05 ";

  private static CaseStory warned() {
    return new CaseStory("A", DAY + "10:00:00", 1)
        .warned("h1", Strategy.PRIMARY_PCI, DAY + "10:10:00");
  }

  private static Measure answered(CaseStory story) {
    Incident incident = story.incident();
    return Measures.of(CaseFile.of(incident, incident.cases().get(0)))
        .get(Figure.PRE_ALERT_ANSWERED);
  }

  @Test
  void aWarningThatWasCalledOffInTimeAsksNobodyAnything() {
    assertThat(answered(warned().warningCancelled(DAY + "10:10:30"))).isEqualTo(Measure.NONE);
  }

  @Test
  void aWarningThatNobodyAnsweredIsMissingItsAnswerAlsoWhenItIsCalledOffAfterwards() {
    CaseStory story = warned().nobodyAnswered(DAY + "10:11:00");
    assertThat(answered(story)).isInstanceOf(Measure.Missing.class);

    story.warningCancelled(DAY + "10:12:00");

    assertThat(answered(story)).isInstanceOf(Measure.Missing.class);
  }
}
