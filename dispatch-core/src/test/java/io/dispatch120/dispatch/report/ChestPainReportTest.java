package io.dispatch120.dispatch.report;

import static io.dispatch120.dispatch.api.CaseMilestone.ACTIVATION_CANCELLED;
import static io.dispatch120.dispatch.api.CaseMilestone.BLOOD_DRAWN;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_ACTIVATED;
import static io.dispatch120.dispatch.api.CaseMilestone.CATH_LAB_READY;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_ECG;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_MEDICAL_CONTACT;
import static io.dispatch120.dispatch.api.CaseMilestone.THROMBOLYSIS_START;
import static io.dispatch120.dispatch.api.CaseMilestone.TROPONIN_RESULT;
import static io.dispatch120.dispatch.api.CaseMilestone.WIRE_CROSSING;
import static io.dispatch120.dispatch.api.MilestoneSource.CREW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.journal.StorageContract;
import io.dispatch120.dispatch.report.ChestPainReport.CaseLine;
import io.dispatch120.dispatch.report.ChestPainReport.FigureView;
import io.dispatch120.dispatch.view.IncidentStory;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Eight cases by hand, with the arithmetic; every figure equals. Times are Asia/Shanghai. */
class ChestPainReportTest {

  /** Everything in time: straight to the cath lab. */
  private static CaseStory direct() {
    return new CaseStory("A", "2026-11-05 10:00:00", 101)
        .contact("2026-11-05 10:10:00")
        // first contact to ECG 6 min = 360 s; sent by the crew
        .ecg("2026-11-05 10:16:00", "2026-11-05 10:17:00", CREW)
        .step(BLOOD_DRAWN, "2026-11-05 10:20:00")
        // ECG to diagnosis 5 min = 300 s
        .diagnosed(Diagnosis.STEMI, "2026-11-05 10:21:00")
        .warned("H1", Strategy.PRIMARY_PCI, "2026-11-05 10:22:00")
        // answered in 40 s
        .accepted("2026-11-05 10:22:40")
        .step(CATH_LAB_ACTIVATED, "2026-11-05 10:30:00")
        // troponin 18 min = 1,080 s
        .step(TROPONIN_RESULT, "2026-11-05 10:38:00")
        .visit("H1", "2026-11-05 10:50:00", "")
        // lab ready in 22 min = 1,320 s
        .step(CATH_LAB_READY, "2026-11-05 10:52:00")
        // door to wire 45 min = 2,700 s, first contact to wire 85 min = 5,100 s
        .step(WIRE_CROSSING, "2026-11-05 11:35:00")
        .bypass(true, true, "2026-11-05 11:40:00");
  }

  /** Walks into H2, goes on to H1. No ambulance of ours. */
  private static CaseStory transfer() {
    return new CaseStory("B", "2026-11-08 09:00:00", 201)
        .visit("H2", "2026-11-08 09:02:00", "2026-11-08 09:47:00") // in and out: 45 min = 2,700 s
        .step(FIRST_MEDICAL_CONTACT, "2026-11-08 09:05:00")
        .step(FIRST_ECG, "2026-11-08 09:17:00") // 12 min = 720 s
        .diagnosed(Diagnosis.STEMI, "2026-11-08 09:25:00") // 8 min = 480 s
        .warned("H1", Strategy.PRIMARY_PCI, "2026-11-08 09:40:00")
        .accepted("2026-11-08 09:41:30") // 90 s
        .step(CATH_LAB_ACTIVATED, "2026-11-08 09:50:00")
        .visit("H1", "2026-11-08 10:20:00", "")
        .step(CATH_LAB_READY, "2026-11-08 10:25:00") // 35 min = 2,100 s
        // door to wire 40 min = 2,400 s; first contact to wire with transfer 115 min = 6,900 s
        .step(WIRE_CROSSING, "2026-11-08 11:00:00")
        .bypass(true, false, "2026-11-08 11:10:00");
  }

  private static CaseStory lysis() {
    return new CaseStory("C", "2026-11-12 14:00:00", 301)
        .contact("2026-11-12 14:05:00")
        .ecg("2026-11-12 14:11:00", "2026-11-12 14:12:00", CREW) // 6 min = 360 s
        .diagnosed(Diagnosis.STEMI, "2026-11-12 14:14:00") // 3 min = 180 s
        .warned("H2", Strategy.THROMBOLYSIS_THEN_TRANSFER, "2026-11-12 14:15:00")
        .accepted("2026-11-12 14:15:50") // 50 s
        .visit("H2", "2026-11-12 14:25:00", "")
        // from diagnosis 26 min = 1,560 s, contact 35 min = 2,100 s, door 15 min = 900 s
        .step(THROMBOLYSIS_START, "2026-11-12 14:40:00");
  }

  /** Nobody recorded an ECG. */
  private static CaseStory withoutEcg() {
    return new CaseStory("D", "2026-11-15 07:50:00", 401).contact("2026-11-15 08:00:00");
  }

  /** The ECG was at 20:18, not at 20:30; and the diagnosis, at 20:15, is before it. */
  private static CaseStory corrected() {
    return new CaseStory("E", "2026-11-20 20:00:00", 501)
        .contact("2026-11-20 20:10:00")
        .step(FIRST_ECG, "2026-11-20 20:30:00")
        .diagnosed(Diagnosis.NSTEMI, "2026-11-20 20:15:00")
        .corrected(FIRST_ECG, "2026-11-20 20:18:00"); // 8 min = 480 s
  }

  /** Over midnight, which is the end of a month here and not in UTC. */
  private static CaseStory midnight() {
    return new CaseStory("F", "2026-11-30 23:50:00", 601)
        .contact("2026-11-30 23:55:00")
        .ecg("2026-12-01 00:03:00", "2026-12-01 00:04:00", CREW) // 8 min = 480 s
        .diagnosed(Diagnosis.STEMI, "2026-12-01 00:10:00") // 7 min = 420 s
        .warned("H1", Strategy.PRIMARY_PCI, "2026-12-01 00:11:00")
        .accepted("2026-12-01 00:12:00") // 60 s
        .step(CATH_LAB_ACTIVATED, "2026-12-01 00:15:00")
        .visit("H1", "2026-12-01 00:30:00", "")
        .step(CATH_LAB_READY, "2026-12-01 00:40:00") // 25 min = 1,500 s
        // door to wire 95 min = 5,700 s, first contact to wire 130 min = 7,800 s; no bypass told
        .step(WIRE_CROSSING, "2026-12-01 02:05:00");
  }

  /** Opened on 2 December here, on 1 December in UTC. Called off: no wire is asked for. */
  private static CaseStory cancelled() {
    return new CaseStory("G", "2026-12-02 00:05:00", 701)
        .contact("2026-12-02 00:10:00")
        .ecg("2026-12-02 00:15:00", "2026-12-02 00:16:00", CREW) // 5 min = 300 s
        .diagnosed(Diagnosis.STEMI, "2026-12-02 00:20:00") // 5 min = 300 s
        .warned("H1", Strategy.PRIMARY_PCI, "2026-12-02 00:21:00")
        .warningCancelled("2026-12-02 00:21:30")
        .step(ACTIVATION_CANCELLED, "2026-12-02 00:30:00");
  }

  private static CaseStory nonCardiac() {
    return new CaseStory("H", "2026-12-03 12:00:00", 801)
        .contact("2026-12-03 12:10:00")
        .step(BLOOD_DRAWN, "2026-12-03 12:20:00")
        .ecg("2026-12-03 12:30:00", "2026-12-03 12:31:00", CREW) // 20 min = 1,200 s
        .diagnosed(Diagnosis.NON_CARDIAC, "2026-12-03 12:35:00") // 5 min = 300 s
        .step(TROPONIN_RESULT, "2026-12-03 12:45:00"); // 25 min = 1,500 s
  }

  /** Beside the eight, one before the range and one right after it. */
  private static final StoredCases STORED =
      new StoredCases(
          new CaseStory("before", "2026-10-31 23:59:59", 1),
          direct(),
          transfer(),
          lysis(),
          withoutEcg(),
          corrected(),
          midnight(),
          cancelled(),
          nonCardiac(),
          new CaseStory("after", "2026-12-05 00:00:00", 901));

  private static ChestPainReport report(@Nullable String hospital) {
    ReportRange range =
        ReportRange.parse("2026-11-01", "2026-12-04", STORED.reports().zone(IncidentStory.CENTER))
            .orElseThrow();
    return StorageContract.await(
            STORED
                .reports()
                .chestPain(
                    IncidentStory.CENTER,
                    range.from(),
                    range.to(),
                    hospital == null ? null : new HospitalId(hospital)))
        .orElseThrow();
  }

  private static FigureView figure(List<FigureView> figures, String name) {
    return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<PatientId> patients(String letters) {
    return Stream.of(letters.split(""))
        .filter(l -> !l.isEmpty())
        .map(l -> new PatientId("patient-" + l))
        .toList();
  }

  private static void hasTimes(
      String name, String cases, double mean, double median, double p90, int within) {
    FigureView figure = figure(report(null).figures(), name);
    assertThat(figure.cases()).as(name).isEqualTo(patients(cases));
    assertThat(figure.count()).as(name).isEqualTo(cases.length());
    assertThat(figure.meanSeconds()).as(name).isEqualTo(mean);
    assertThat(figure.medianSeconds()).as(name).isEqualTo(median);
    assertThat(figure.p90Seconds()).as(name).isEqualTo(p90);
    assertThat(figure.withinTarget()).as(name).isEqualTo(within);
    assertThat(figure.share()).as(name).isEqualTo((double) within / cases.length(), within(1e-12));
  }

  private static void hasShare(String name, String cases, int within, String missing) {
    FigureView figure = figure(report(null).figures(), name);
    assertThat(figure.cases()).as(name).isEqualTo(patients(cases));
    assertThat(figure.meanSeconds()).as(name).isNull();
    assertThat(figure.withinTarget()).as(name).isEqualTo(within);
    assertThat(figure.share()).as(name).isEqualTo((double) within / cases.length(), within(1e-12));
    assertThat(figure.missing()).as(name).isEqualTo(patients(missing));
  }

  @Test
  void equalsTheExampleMadeByHand() {
    // 360 + 720 + 360 + 480 + 480 + 300 + 1,200 = 3,900 over 7; in order 300 360 360 480 480 720
    // 1,200; nine in ten of seven are all seven; five of them are within 600
    hasTimes("first_medical_contact_to_first_ecg", "ABCEFGH", 557.1, 480, 1200, 5);
    // 300 + 480 + 180 + 420 + 300 + 300 = 1,980 over 6; 180 300 300 300 420 480
    hasTimes("first_ecg_to_ecg_diagnosis", "ABCFGH", 330, 300, 480, 6);
    hasTimes("blood_drawn_to_troponin_result", "AH", 1290, 1290, 1500, 1); // 1,080 and 1,500
    hasTimes("pre_alert_answered", "ABCF", 60, 55, 90, 3); // 40 90 50 60: 60 s is within 60 s
    hasTimes("arrival_to_departure", "B", 2700, 2700, 2700, 0);
    // 1,320 + 2,100 + 1,500 = 4,920 over 3
    hasTimes("cath_lab_activated_to_cath_lab_ready", "ABF", 1640, 1500, 2100, 2);
    // 2,700 + 2,400 + 5,700 = 10,800 over 3
    hasTimes("arrival_to_wire_crossing", "ABF", 3600, 2700, 5700, 2);
    hasTimes("first_medical_contact_to_wire_crossing", "AF", 6450, 6450, 7800, 1);
    hasTimes("first_medical_contact_to_wire_crossing_with_transfer", "B", 6900, 6900, 6900, 1);
    hasTimes("ecg_diagnosis_to_thrombolysis_start", "C", 1560, 1560, 1560, 0);
    hasTimes("first_medical_contact_to_thrombolysis_start", "C", 2100, 2100, 2100, 0);
    hasTimes("arrival_to_thrombolysis_start", "C", 900, 900, 900, 1);
    // all that a crew had but D and E, where no crew sent one
    hasShare("ecg_transmitted_from_ambulance", "ACDEFGH", 5, "");
    hasShare("bypass_emergency_department", "AB", 2, "F");
    hasShare("bypass_coronary_care_unit", "AB", 1, "F");
    assertThat(report(null).figures()).hasSize(15);
  }

  @Test
  void listsWhatIsMissingAndWhatGoesBackwards() {
    List<FigureView> figures = report(null).figures();
    FigureView ecg = figure(figures, "first_medical_contact_to_first_ecg");
    assertThat(ecg.missing()).isEqualTo(patients("D"));
    assertThat(ecg.negative()).isEmpty();
    FigureView diagnosis = figure(figures, "first_ecg_to_ecg_diagnosis");
    assertThat(diagnosis.missing()).isEqualTo(patients("D"));
    assertThat(diagnosis.negative()).isEqualTo(patients("E"));
    CaseLine withoutEcg = report(null).cases().get(3);
    assertThat(withoutEcg.missing()).containsExactly("ecg_diagnosis", "first_ecg");
    CaseLine corrected = report(null).cases().get(4);
    assertThat(corrected.milestones().get("first_ecg").corrected()).isTrue();
    // opened 501 and 502, assigned 503, contact 504, ECG 505, diagnosis 506, correction 507
    assertThat(corrected.milestones().get("first_ecg").seq()).isEqualTo(507);
    assertThat(corrected.problems()).hasSize(1);
  }

  @Test
  void endsMonthsWhereTheCenterIs() {
    ChestPainReport report = report(null);
    assertThat(report.months()).extracting(m -> m.month()).containsExactly("2026-11", "2026-12");
    FigureView november =
        figure(report.months().get(0).figures(), "first_medical_contact_to_first_ecg");
    FigureView december =
        figure(report.months().get(1).figures(), "first_medical_contact_to_first_ecg");
    // 360 + 720 + 360 + 480 + 480 = 2,400 over 5
    assertThat(november.cases()).isEqualTo(patients("ABCEF"));
    assertThat(november.meanSeconds()).isEqualTo(480);
    assertThat(december.cases()).isEqualTo(patients("GH"));
    assertThat(december.meanSeconds()).isEqualTo(750); // 300 and 1,200
  }

  @Test
  void showsAHospitalItsOwnCasesOnly() {
    // H2 received B before its transfer, and C
    assertThat(report("H2").cases())
        .extracting(CaseLine::patientId)
        .containsExactlyElementsOf(patients("BC"));
    // H1 was told of G, but called off: not its patient any more
    assertThat(report("H1").cases())
        .extracting(CaseLine::patientId)
        .containsExactlyElementsOf(patients("ABF"));
    assertThat(report("H3").cases()).isEmpty();
  }

  @Test
  void writesOneRowACaseWithWhatItRestsOn() throws Exception {
    String csv = ReportCsv.of(report(null));
    // What to look at, and to keep, when the columns are changed on purpose.
    Files.writeString(Path.of("target", "chest-pain.csv"), csv);
    try (InputStream golden = getClass().getResourceAsStream("/report/chest-pain.csv")) {
      assertThat(csv).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void letsNoCellBecomeAFormula() {
    assertThat(ReportCsv.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(ReportCsv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(ReportCsv.cell("-2+3")).isEqualTo("'-2+3");
    assertThat(ReportCsv.cell("\t=1")).isEqualTo("'\t=1");
    assertThat(ReportCsv.cell("＝1")).isEqualTo("'＝1");
    assertThat(ReportCsv.cell("a,\"b\"\r\nc")).isEqualTo("\"a,\"\"b\"\"\r\nc\"");
    assertThat(ReportCsv.cell("plain")).isEqualTo("plain");
  }

  @Test
  void readsDaysAndInstantsAndNothingElse() {
    java.time.ZoneId zone = java.time.ZoneId.of("Asia/Shanghai");
    assertThat(ReportRange.parse("2026-11-01", "2026-11-30", zone))
        .contains(
            new ReportRange(
                java.time.Instant.parse("2026-10-31T16:00:00Z"),
                java.time.Instant.parse("2026-11-30T16:00:00Z")));
    assertThat(ReportRange.parse("2026-11-01T00:00:00+08:00", "2026-11-30", zone)).isPresent();
    for (String wrong : List.of("2026-11-31", "2026-13-01", "yesterday!", "2026-12-01")) {
      assertThat(ReportRange.parse(wrong, "2026-11-30", zone)).as(wrong).isEmpty();
    }
    assertThat(ReportRange.parse("2020-01-01", "2026-11-30", zone)).isEmpty();
  }
}
