package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChestPainCaseView.ProblemView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.chestpain.Bypass;
import io.dispatch120.dispatch.chestpain.CaseProblems;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.Diagnosed;
import io.dispatch120.dispatch.report.ChestPainReport.BypassLine;
import io.dispatch120.dispatch.report.ChestPainReport.CaseLine;
import io.dispatch120.dispatch.report.ChestPainReport.FigureView;
import io.dispatch120.dispatch.report.ChestPainReport.IntervalLine;
import io.dispatch120.dispatch.report.ChestPainReport.Step;
import io.dispatch120.dispatch.report.ChestPainReport.VisitLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From cases to figures and lines. Pure; linear in the cases, beside sorting. */
final class ReportMaking {
  private static final double TENTHS = 10;

  private ReportMaking() {}

  /** A case with what it says to each figure. */
  record Measured(CaseFile file, Map<Figure, Measure> measures) {
    static Measured of(CaseFile file) {
      return new Measured(file, Measures.of(file));
    }
  }

  /**
   * @param targets of the center now
   */
  static List<FigureView> figures(List<Measured> cases, Map<String, Target> targets) {
    List<FigureView> figures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      figures.add(new Counting(figure).over(cases).view(targets));
    }
    return figures;
  }

  /** One pass over the cases for one figure. */
  private static final class Counting {
    private final Figure figure;
    private final List<PatientId> counted = new ArrayList<>();
    private final List<PatientId> missing = new ArrayList<>();
    private final List<PatientId> negative = new ArrayList<>();
    private final List<Long> seconds = new ArrayList<>();
    private int within;

    Counting(Figure figure) {
      this.figure = figure;
    }

    Counting over(List<Measured> cases) {
      for (Measured measured : cases) {
        take(measured.file().of().patientId(), measured.measures().get(figure));
      }
      return this;
    }

    private void take(PatientId patient, @Nullable Measure measure) {
      if (measure instanceof Measure.Missing) {
        missing.add(patient);
      } else if (measure instanceof Measure.Whether whether) {
        counted.add(patient);
        within += whether.yes() ? 1 : 0;
      } else if (measure instanceof Measure.Took took) {
        if (took.negative()) {
          negative.add(patient);
        } else {
          counted.add(patient);
          seconds.add(took.length().toSeconds());
          within += took.within() ? 1 : 0;
        }
      }
    }

    FigureView view(Map<String, Target> targets) {
      Target target = figure.target(targets);
      List<Long> sorted = seconds.stream().sorted().toList();
      int count = counted.size();
      return new FigureView(
          figure.code(),
          count,
          sorted.isEmpty() ? null : rounded(sum(sorted) / (double) sorted.size()),
          sorted.isEmpty() ? null : median(sorted),
          sorted.isEmpty() ? null : (double) sorted.get((sorted.size() * 9 + 9) / 10 - 1),
          within,
          count == 0 ? null : within / (double) count,
          target == null ? null : target.limit().toSeconds(),
          figure.source(targets),
          List.copyOf(counted),
          List.copyOf(missing),
          List.copyOf(negative));
    }

    private static long sum(List<Long> values) {
      return values.stream().mapToLong(Long::longValue).sum();
    }

    private static double median(List<Long> sorted) {
      int middle = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(middle)
          : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static double rounded(double value) {
      return Math.round(value * TENTHS) / TENTHS;
    }
  }

  static CaseLine line(Measured measured) {
    CaseFile file = measured.file();
    Diagnosed diagnosis = file.of().diagnosis();
    Bypass bypass = file.of().bypass();
    Measure transmitted = measured.measures().get(Figure.ECG_TRANSMITTED_FROM_AMBULANCE);
    return new CaseLine(
        file.of().patientId(),
        file.incident().id(),
        file.incident().number(),
        file.of().openedAt(),
        diagnosis == null ? null : diagnosis.diagnosis(),
        file.of().strategy(),
        file.facts().transfer(),
        milestones(file),
        file.facts().visits().stream()
            .map(v -> new VisitLine(v.hospitalId(), step(v.arrival()), step(v.departure())))
            .toList(),
        intervals(measured),
        bypass == null
            ? null
            : new BypassLine(bypass.emergencyDepartment(), bypass.coronaryCareUnit(), bypass.seq()),
        transmitted instanceof Measure.Whether whether ? whether.yes() : null,
        missing(measured),
        CaseProblems.of(file.facts()).stream()
            .map(
                p ->
                    new ProblemView(
                        p.code(), p.milestones().stream().map(CaseMilestone::code).toList()))
            .toList());
  }

  private static Map<String, Step> milestones(CaseFile file) {
    Map<String, Step> steps = new LinkedHashMap<>();
    file.facts()
        .times()
        .forEach(
            (milestone, time) ->
                steps.put(
                    milestone.code(),
                    new Step(time.at(), time.source(), time.corrected(), time.seq())));
    return steps;
  }

  private static @Nullable Step step(@Nullable CaseTime time) {
    return time == null ? null : new Step(time.at(), time.source(), time.corrected(), time.seq());
  }

  private static List<IntervalLine> intervals(Measured measured) {
    List<IntervalLine> lines = new ArrayList<>();
    measured
        .measures()
        .forEach(
            (figure, measure) -> {
              if (measure instanceof Measure.Took took) {
                Duration length = took.length();
                lines.add(
                    new IntervalLine(
                        figure.code(),
                        length.toSeconds(),
                        took.target().toSeconds(),
                        took.negative() ? null : took.within(),
                        took.from().seq(),
                        took.to().seq()));
              }
            });
    return lines;
  }

  private static List<String> missing(Measured measured) {
    TreeSet<String> all = new TreeSet<>();
    for (Measure measure : measured.measures().values()) {
      if (measure instanceof Measure.Missing missing) {
        all.addAll(missing.milestones());
      }
    }
    return List.copyOf(all);
  }
}
