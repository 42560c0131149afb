package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.report.ChestPainReport.CaseLine;
import io.dispatch120.dispatch.report.ChestPainReport.IntervalLine;
import io.dispatch120.dispatch.report.ChestPainReport.Step;
import io.dispatch120.dispatch.report.ChestPainReport.VisitLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a report as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets know
 * it): one row a case, every step with its source, whether it was corrected, and its journal entry.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class ReportCsv {
  private static final String LINE_END = "\r\n";

  /** More visits than two are in the JSON. */
  private static final int VISITS = 2;

  private ReportCsv() {}

  public static String of(ChestPainReport report) {
    ZoneId zone = ZoneId.of(report.zone());
    StringBuilder csv = new StringBuilder("\uFEFF");
    row(csv, header());
    report.cases().forEach(line -> row(csv, cells(line, zone)));
    return csv.toString();
  }

  private static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "patient_id",
                "incident_id",
                "incident_number",
                "opened_at",
                "diagnosis",
                "strategy",
                "transfer",
                "ecg_transmitted_from_ambulance"));
    for (CaseMilestone milestone : CaseMilestone.values()) {
      stepNames(names, milestone.code());
    }
    for (int i = 1; i <= VISITS; i++) {
      names.add("hospital_" + i);
      stepNames(names, "arrival_" + i);
      stepNames(names, "departure_" + i);
    }
    for (Figure figure : Figure.values()) {
      if (interval(figure)) {
        names.add(figure.code() + "_seconds");
        names.add(figure.code() + "_within");
        names.add(figure.code() + "_from_seq");
        names.add(figure.code() + "_to_seq");
      }
    }
    names.addAll(
        List.of(
            "bypass_emergency_department",
            "bypass_coronary_care_unit",
            "bypass_seq",
            "missing",
            "problems"));
    return names;
  }

  private static boolean interval(Figure figure) {
    return figure.target(java.util.Map.of()) != null;
  }

  private static void stepNames(List<String> names, String name) {
    names.addAll(List.of(name, name + "_source", name + "_corrected", name + "_seq"));
  }

  private static List<String> cells(CaseLine line, ZoneId zone) {
    List<String> cells = new ArrayList<>();
    cells.add(line.patientId().value());
    cells.add(line.incidentId().value());
    cells.add(line.incidentNumber());
    cells.add(time(line.openedAt(), zone));
    cells.add(word(line.diagnosis()));
    cells.add(word(line.strategy()));
    cells.add(text(line.transfer()));
    cells.add(text(line.ecgTransmittedFromAmbulance()));
    for (CaseMilestone milestone : CaseMilestone.values()) {
      step(cells, line.milestones().get(milestone.code()), zone);
    }
    for (int i = 0; i < VISITS; i++) {
      VisitLine visit = i < line.visits().size() ? line.visits().get(i) : null;
      cells.add(visit == null ? "" : visit.hospitalId().value());
      step(cells, visit == null ? null : visit.arrival(), zone);
      step(cells, visit == null ? null : visit.departure(), zone);
    }
    for (Figure figure : Figure.values()) {
      if (interval(figure)) {
        interval(cells, line, figure);
      }
    }
    cells.add(line.bypass() == null ? "" : text(line.bypass().emergencyDepartment()));
    cells.add(line.bypass() == null ? "" : text(line.bypass().coronaryCareUnit()));
    cells.add(line.bypass() == null ? "" : Long.toString(line.bypass().seq()));
    cells.add(String.join(" ", line.missing()));
    cells.add(
        String.join(
            " ",
            line.problems().stream()
                .map(p -> p.code() + ":" + String.join(">", p.milestones()))
                .toList()));
    return cells;
  }

  private static void step(List<String> cells, @Nullable Step step, ZoneId zone) {
    cells.add(step == null ? "" : time(step.at(), zone));
    cells.add(step == null ? "" : word(step.source()));
    cells.add(step == null ? "" : text(step.corrected()));
    cells.add(step == null ? "" : Long.toString(step.seq()));
  }

  /** One that goes backwards is left empty but for its entries: problems say so. */
  private static void interval(List<String> cells, CaseLine line, Figure figure) {
    IntervalLine found =
        line.intervals().stream()
            .filter(i -> i.name().equals(figure.code()))
            .findFirst()
            .orElse(null);
    Boolean within = found == null ? null : found.within();
    cells.add(found == null || within == null ? "" : Long.toString(found.seconds()));
    cells.add(text(within));
    cells.add(found == null ? "" : Long.toString(found.fromSeq()));
    cells.add(found == null ? "" : Long.toString(found.toSeq()));
  }

  private static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private static String word(@Nullable Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable Boolean value) {
    return value == null ? "" : value.toString();
  }

  private static void row(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    csv.append(LINE_END);
  }

  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r\n＝＋－＠].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
