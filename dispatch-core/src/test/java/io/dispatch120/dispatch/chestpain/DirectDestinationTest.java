package io.dispatch120.dispatch.chestpain;

import static io.dispatch120.dispatch.api.Strategy.DIRECT;
import static io.dispatch120.dispatch.chestpain.AdviceWords.codes;
import static io.dispatch120.dispatch.chestpain.AdviceWords.order;
import static io.dispatch120.dispatch.chestpain.Patients.advice;
import static io.dispatch120.dispatch.chestpain.Patients.diagnosed;
import static io.dispatch120.dispatch.chestpain.Patients.hospital;
import static io.dispatch120.dispatch.chestpain.Patients.limited;
import static io.dispatch120.dispatch.chestpain.Patients.stemi;
import static io.dispatch120.dispatch.chestpain.Patients.withDissection;
import static io.dispatch120.dispatch.chestpain.Patients.withShock;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who goes straight to a hospital, without a strategy to open a vessel. */
class DirectDestinationTest {
  @Test
  void takesSuspectedDissectionToSurgeryOnly() {
    for (Condition patient :
        List.of(withDissection(stemi(0)), diagnosed(Diagnosis.AORTIC_DISSECTION))) {
      List<DestinationOption> options =
          advice(
              patient,
              hospital("town", 5, null, "thrombolysis"),
              hospital("city", 10, 60, "pci_24x7"),
              hospital("heart", 50, 60, "pci_24x7", "aortic_surgery"));

      assertThat(order(options)).containsExactly("heart direct", "town direct", "city direct");
      assertThat(options.get(0).reachable()).isTrue();
      assertThat(options.get(0).targetSeconds()).isNull();
      assertThat(codes(options.get(1))).startsWith("dissection", "capability_missing");
      assertThat(options.get(1).reachable()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PreAlertKind.class,
      names = {"STROKE", "TRAUMA", "OBSTETRIC", "NEONATAL"})
  void takesOtherEmergenciesToTheNearestThatCan(PreAlertKind kind) {
    String service = kind.code();
    List<DestinationOption> options =
        advice(
            Condition.of(kind),
            hospital("none", 1, 60, "pci_24x7"),
            hospital("closed", 2, 60, service + "!"),
            hospital("maybe", 3, 60, service + "?"),
            hospital("far", 30, 60, service),
            limited(hospital("limited", 10, 60, service)),
            hospital("near", 20, 60, service));

    // limited counts as 10 + 30 = 40.
    assertThat(order(options))
        .containsExactly(
            "near direct",
            "far direct",
            "limited direct",
            "maybe direct",
            "none direct",
            "closed direct");
    assertThat(options).allSatisfy(o -> assertThat(o.strategy()).isEqualTo(DIRECT));
  }

  @Test
  void takesTheRestOfChestPainToAHospitalWithPci() {
    for (Diagnosis diagnosis :
        new Diagnosis[] {
          Diagnosis.NSTEMI,
          Diagnosis.UNSTABLE_ANGINA,
          Diagnosis.PULMONARY_EMBOLISM,
          Diagnosis.UNDETERMINED
        }) {
      assertThat(
              order(
                  advice(
                      diagnosed(diagnosis),
                      hospital("town", 5, null, "thrombolysis"),
                      hospital("city", 30, 60, "pci_24x7"))))
          .containsExactly("city direct", "town direct");
    }
    assertThat(
            codes(
                advice(withShock(diagnosed(Diagnosis.NSTEMI)), hospital("city", 30, 60, "pci_24x7"))
                    .get(0)))
        .startsWith("immediate_invasive");
  }

  @Test
  void takesNonCardiacPainToTheNearestHospital() {
    List<DestinationOption> options =
        advice(
            diagnosed(Diagnosis.NON_CARDIAC),
            hospital("city", 30, 60, "pci_24x7"),
            hospital("town", 5, null, "thrombolysis"));

    assertThat(order(options)).containsExactly("town direct", "city direct");
    assertThat(codes(options.get(0))).startsWith("any_hospital");
  }
}
