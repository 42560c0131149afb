package io.dispatch120.dispatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneRecorded;
import io.dispatch120.dispatch.report.ChestPainReport.FigureView;
import io.dispatch120.dispatch.report.ReportMaking.Measured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever was recorded, in whatever order: shares are shares, and counts add up. */
class ReportPropertyTest {

  @Property(tries = 200)
  void addsUp(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int number) {
    Random random = new Random(seed);
    List<Measured> cases = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      CaseStory story = story(random, i);
      cases.add(
          Measured.of(
              CaseFile.of(
                  story.incident(), story.incident().findCase(story.patient).orElseThrow())));
    }
    for (FigureView figure : ReportMaking.figures(cases, Map.of())) {
      check(figure, number);
    }
  }

  private static void check(FigureView figure, int number) {
    Set<PatientId> all = new HashSet<>(figure.cases());
    all.addAll(figure.missing());
    all.addAll(figure.negative());
    int together = figure.cases().size() + figure.missing().size() + figure.negative().size();
    assertThat(all).hasSize(together).hasSizeLessThanOrEqualTo(number);
    assertThat(figure.count()).isEqualTo(figure.cases().size());
    assertThat(figure.withinTarget()).isBetween(0, figure.count());
    if (figure.count() == 0) {
      assertThat(figure.share()).isNull();
      assertThat(figure.meanSeconds()).isNull();
    } else {
      assertThat(figure.share()).isBetween(0.0, 1.0);
    }
    if (figure.meanSeconds() != null) {
      assertThat(figure.meanSeconds()).isNotNegative();
      assertThat(figure.p90Seconds()).isGreaterThanOrEqualTo(figure.medianSeconds());
    }
  }

  private static CaseStory story(Random random, int number) {
    CaseStory story = new CaseStory("n" + number, "2026-11-05 10:00:00", 1_000L * number + 1);
    if (random.nextBoolean()) {
      story.contact(time(random));
    }
    if (random.nextBoolean()) {
      story.diagnosed(Diagnosis.values()[random.nextInt(3)], time(random));
    }
    if (random.nextBoolean()) {
      story.warned("H1", Strategy.values()[random.nextInt(3)], time(random));
      if (random.nextBoolean()) {
        story.accepted(time(random));
      }
    }
    if (random.nextBoolean()) {
      story.visit("H1", time(random), random.nextBoolean() ? time(random) : "");
    }
    for (CaseMilestone milestone : CaseMilestone.values()) {
      if (random.nextInt(3) > 0) {
        story.add(
            CaseStory.at(time(random)),
            new CaseMilestoneRecorded(
                story.patient, milestone, MilestoneSource.VOICE, null, false));
      }
    }
    return story;
  }

  private static String time(Random random) {
    return "2026-11-05 1%d:%02d:%02d"
        .formatted(random.nextInt(4), random.nextInt(60), random.nextInt(60));
  }
}
