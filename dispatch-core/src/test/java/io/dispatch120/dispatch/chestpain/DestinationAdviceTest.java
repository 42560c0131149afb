package io.dispatch120.dispatch.chestpain;

import static io.dispatch120.dispatch.api.Strategy.PRIMARY_PCI;
import static io.dispatch120.dispatch.api.Strategy.THROMBOLYSIS_THEN_TRANSFER;
import static io.dispatch120.dispatch.chestpain.AdviceWords.codes;
import static io.dispatch120.dispatch.chestpain.AdviceWords.figures;
import static io.dispatch120.dispatch.chestpain.AdviceWords.order;
import static io.dispatch120.dispatch.chestpain.Patients.NOW;
import static io.dispatch120.dispatch.chestpain.Patients.advice;
import static io.dispatch120.dispatch.chestpain.Patients.hospital;
import static io.dispatch120.dispatch.chestpain.Patients.limited;
import static io.dispatch120.dispatch.chestpain.Patients.stemi;
import static io.dispatch120.dispatch.chestpain.Patients.withOnset;
import static io.dispatch120.dispatch.chestpain.Patients.withShock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.TransferTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of advice with their arithmetic, in minutes. */
class DestinationAdviceTest {

  private static long predicted(DestinationOption option) {
    return Objects.requireNonNull(option.predictedSeconds()) / 60;
  }

  @Test
  void takesStemiToTheSoonestWireWithinTheLimit() {
    // near: 12 spent + 10 travel + 90 median = 112; far: 12 + 20 + 60 = 92. Both within 120, so the
    // farther hospital opens the vessel 20 minutes sooner; neither keeps the 90 of its target.
    List<DestinationOption> options =
        advice(
            stemi(12), hospital("near", 10, 90, "pci_24x7"), hospital("far", 20, 60, "pci_24x7"));

    assertThat(order(options)).containsExactly("far pci", "near pci");
    DestinationOption first = options.get(0);
    assertThat(predicted(first)).isEqualTo(92);
    assertThat(first.predictedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(80)));
    assertThat(first.targetSeconds()).isEqualTo(90 * 60);
    assertThat(first.reachable()).isFalse();
    assertThat(codes(first))
        .containsExactly("pci_in_time", "over_target", "arrival_to_wire_median", "minutes_spent");
    assertThat(figures(first, "pci_in_time")).containsEntry("minutes", 92L);
    assertThat(figures(first, "over_target")).containsEntry("byMinutes", 2L);
  }

  @ParameterizedTest
  @CsvSource({
    // spent, travel, median: predicted of PCI, what is first
    "  0, 30, 60,  90, city pci,   true",
    "  1, 30, 60,  91, city pci,   false",
    " 30, 30, 60, 120, city pci,   false",
    " 31, 30, 60, 121, town lysis, false",
    "  0, 70, 60, 130, town lysis, false",
  })
  void prefersLysisOnlyWhenTheWireComesTooLate(
      int spent, int travel, int median, long predicted, String first, boolean reachable) {
    List<DestinationOption> options =
        advice(
            stemi(spent),
            hospital("city", travel, median, "pci_24x7", "thrombolysis"),
            hospital("town", 8, null, "thrombolysis"));

    assertThat(order(options)).hasSize(2).first().isEqualTo(first);
    DestinationOption pci =
        options.stream().filter(o -> o.strategy() == PRIMARY_PCI).findFirst().orElseThrow();
    assertThat(predicted(pci)).isEqualTo(predicted);
    assertThat(pci.reachable()).isEqualTo(reachable);
  }

  @Test
  void countsLysisToTheNeedleAndTellsWhatFollows() {
    // Wire: 15 + 95 + 68 = 178 > 120. Needle: 15 + 6 travel + 10 = 31, one over the 30 of the
    // target.
    // Of the two to go on to: city 40 + 68 = 108, other 40 + 80 = 120: city.
    Condition patient =
        new Condition(
            PreAlertKind.CHEST_PAIN,
            Diagnosis.STEMI,
            false,
            false,
            Contraindications.RELATIVE,
            NOW.minus(Duration.ofHours(3)),
            NOW.minus(Duration.ofMinutes(15)),
            NOW.minus(Duration.ofMinutes(5)));
    List<DestinationOption> options =
        advice(
            patient,
            hospital("city", 95, 68, "pci_24x7"),
            hospital("other", 95, 80, "pci_24x7"),
            hospital("town", 6, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("town lysis", "city pci", "other pci");
    DestinationOption lysis = options.get(0);
    assertThat(lysis.transferTo()).isEqualTo(new HospitalId("city"));
    assertThat(lysis.transferSeconds()).isEqualTo(40 * 60.0);
    assertThat(predicted(lysis)).isEqualTo(31);
    assertThat(lysis.targetSeconds()).isEqualTo(30 * 60);
    assertThat(lysis.reachable()).isFalse();
    assertThat(codes(lysis))
        .containsExactly(
            "contraindication_relative",
            "pci_too_late_elsewhere",
            "over_target",
            "diagnosis_to_needle",
            "transfer_at_once",
            "reassess_for_rescue_pci",
            "minutes_spent");
    // Diagnosed 5 ago, 6 travel, 10 to the needle.
    assertThat(figures(lysis, "diagnosis_to_needle"))
        .containsEntry("minutes", 21L)
        .containsEntry("targetMinutes", 10L);
    assertThat(figures(lysis, "reassess_for_rescue_pci"))
        .containsEntry("fromMinutes", 60L)
        .containsEntry("untilMinutes", 90L);
  }

  @Test
  void doesNotPreferANeedleThatComesAfterTheWire() {
    // Wire: 0 + 70 + 60 = 130, too late; needle: 125 + 10 = 135, later still.
    List<DestinationOption> options =
        advice(
            stemi(0),
            hospital("city", 70, 60, "pci_24x7"),
            hospital("village", 125, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("city pci", "village lysis");
    assertThat(codes(options.get(1))).contains("later_than_pci");
  }

  @ParameterizedTest
  @CsvSource({"ABSOLUTE, contraindication_absolute", "NONE, shock_or_arrest"})
  void neverDissolvesWhatMustNotBeDissolved(Contraindications answered, String code) {
    Condition patient = stemi(0, answered);
    // By way of the town: 5 + 30 door-in-door-out + 40 transfer + 60 median = 135 > 120.
    List<DestinationOption> options =
        advice(
            code.startsWith("shock") ? withShock(patient) : patient,
            hospital("city", 100, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("city pci", "town pci by transfer");
    assertThat(predicted(options.get(1))).isEqualTo(135);
    assertThat(options.get(1).targetSeconds()).isEqualTo(120 * 60);
    assertThat(codes(options.get(1))).contains("capability_missing", code, "over_target");
  }

  @Test
  void showsLysisThatNobodyHasAskedAboutButDoesNotPreferIt() {
    List<DestinationOption> options =
        advice(
            stemi(0, Contraindications.NOT_ANSWERED),
            hospital("city", 100, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("city pci", "town lysis");
    assertThat(options.get(1).reachable()).isFalse();
    assertThat(codes(options.get(1))).startsWith("contraindications_unanswered");
  }

  @ParameterizedTest
  @CsvSource({
    // Needle at 5 + 10 = 15 from now; twelve hours are 720.
    "705, town lysis",
    "706, city pci",
  })
  void dissolvesNothingOlderThanTwelveHours(long minutesSinceOnset, String first) {
    List<DestinationOption> options =
        advice(
            withOnset(stemi(0), NOW.minus(Duration.ofMinutes(minutesSinceOnset))),
            hospital("city", 100, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(order(options)).first().isEqualTo(first);
  }

  @Test
  void doesNotPreferLysisWhileTheOnsetIsUnknown() {
    List<DestinationOption> options =
        advice(
            withOnset(stemi(0), null),
            hospital("city", 100, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("city pci", "town lysis");
    assertThat(codes(options.get(1))).contains("onset_unknown");
  }

  @Test
  void prefersPciInShockHoweverLate() {
    List<DestinationOption> options =
        advice(
            withShock(stemi(60)),
            hospital("city", 100, 60, "pci_24x7"),
            hospital("nearer", 5, null, "thrombolysis", "pci_24x7?"));

    assertThat(order(options)).containsExactly("city pci", "nearer pci");
    assertThat(codes(options.get(0))).startsWith("shock_or_arrest", "pci_too_late");
  }

  @Test
  void ranksUnknownHoursBehindWhatIsOpenAndShowsThem() {
    List<DestinationOption> options =
        advice(
            stemi(0),
            hospital("maybe", 5, 60, "pci_24x7?"),
            hospital("open", 50, 60, "pci_24x7"),
            hospital("closed", 5, 60, "pci_24x7!"));

    assertThat(order(options)).containsExactly("open pci", "maybe pci", "closed pci by transfer");
    assertThat(codes(options.get(1))).startsWith("hours_unknown");
    assertThat(options.get(1).reachable()).isFalse();
    assertThat(codes(options.get(2))).startsWith("capability_closed");
  }

  @ParameterizedTest
  @CsvSource({
    // A notice counts as 30: limited 10 + 60 + 30 = 100 against free 60 + travel.
    "39, free pci",
    "41, limited pci",
  })
  void letsACapacityNoticeCountAsTimeAndHidesNothing(int travel, String first) {
    List<DestinationOption> options =
        advice(
            stemi(0),
            limited(hospital("limited", 10, 60, "pci_24x7")),
            hospital("free", travel, 60, "pci_24x7"));

    assertThat(order(options)).hasSize(2).first().isEqualTo(first);
    DestinationOption limited =
        options.stream().filter(o -> o.hospitalId().value().equals("limited")).findAny().get();
    // What is predicted stays what is predicted.
    assertThat(predicted(limited)).isEqualTo(70);
    assertThat(figures(limited, "capacity_notice")).containsEntry("reason", "导管室检修");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Condition patient =
        new Condition(
            PreAlertKind.CHEST_PAIN,
            Diagnosis.STEMI,
            false,
            false,
            Contraindications.NONE,
            null,
            null,
            null);
    Candidate unreachable =
        new Candidate(
            new HospitalId("city"),
            hospital("x", 1, 1, "pci_24x7").services(),
            null,
            null,
            null,
            false);
    List<DestinationOption> options = advice(patient, TransferTimes.UNKNOWN, unreachable);

    assertThat(options).hasSize(1);
    DestinationOption option = options.get(0);
    assertThat(option.predictedSeconds()).isNull();
    assertThat(option.predictedAt()).isNull();
    assertThat(option.reachable()).isFalse();
    assertThat(codes(option))
        .containsExactly(
            "arrival_to_wire_default",
            "no_reachable_contact",
            "travel_unknown",
            "first_medical_contact_pending");
    assertThat(figures(option, "arrival_to_wire_default")).containsEntry("minutes", 90L);
  }

  @Test
  void goesOnToAHospitalThatSurelyCanBeforeASoonerOneThatMay() {
    List<DestinationOption> options =
        advice(
            stemi(0),
            (from, to) -> java.util.OptionalDouble.of(to.value().equals("maybe") ? 600 : 50 * 60.0),
            hospital("maybe", 200, 60, "pci_24x7?"),
            hospital("sure", 200, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(options.get(0).transferTo()).isEqualTo(new HospitalId("sure"));
  }

  @Test
  void saysThatThereIsNowhereToGoOnTo() {
    List<DestinationOption> options =
        advice(
            stemi(0),
            hospital("town", 5, null, "thrombolysis"),
            hospital("clinic", 2, null, "trauma"));

    assertThat(order(options)).containsExactly("town lysis", "clinic pci");
    assertThat(options)
        .allSatisfy(option -> assertThat(codes(option)).contains("no_pci_to_transfer_to"));
    assertThat(options.get(1).predictedSeconds()).isNull();
    assertThat(options.get(1).reachable()).isFalse();
  }

  @Test
  void countsWithTheFiguresOfTheCenter() {
    Map<String, Target> own =
        Map.of(
            AdviceFigure.PCI_WITHIN.code(), new Target(Duration.ofMinutes(60), "our own"),
            PathwayTargets.FIRST_MEDICAL_CONTACT_TO_WIRE_CROSSING.code(),
                new Target(Duration.ofMinutes(75), "our own"));
    List<DestinationOption> options =
        DestinationAdvice.of(
            new DestinationQuestion(
                stemi(0),
                NOW,
                List.of(
                    hospital("city", 20, 60, "pci_24x7"),
                    hospital("town", 5, null, "thrombolysis")),
                TransferTimes.UNKNOWN,
                own));

    assertThat(order(options)).containsExactly("town lysis", "city pci");
    assertThat(options.get(1).targetSeconds()).isEqualTo(75 * 60);
  }

  @Test
  void keepsLysisAtAHospitalThatMayHavePciBesides() {
    List<DestinationOption> options =
        advice(
            stemi(0),
            hospital("maybe", 10, 60, "pci_24x7?", "thrombolysis"),
            hospital("city", 100, 60, "pci_24x7"));

    assertThat(order(options)).containsExactly("maybe lysis", "city pci", "maybe pci");
    assertThat(options.get(0).strategy()).isEqualTo(THROMBOLYSIS_THEN_TRANSFER);
  }

  @Test
  void refusesAHospitalThatIsNamedTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                advice(stemi(0), hospital("a", 1, 1, "pci_24x7"), hospital("a", 2, 1, "pci_24x7")))
        .withMessageContaining("a is named twice");
  }
}
