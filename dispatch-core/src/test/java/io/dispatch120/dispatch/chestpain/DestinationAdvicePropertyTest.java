package io.dispatch120.dispatch.chestpain;

import static io.dispatch120.dispatch.chestpain.Patients.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Candidate;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Condition;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.Notice;
import io.dispatch120.dispatch.hospital.ServiceName;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What advice never does, whatever the patient and the hospitals. */
class DestinationAdvicePropertyTest {

  @Property(tries = 2_000)
  void neverDissolvesInDissectionShockOrAgainstAnAbsoluteContraindication(@ForAll long seed) {
    DestinationQuestion question = new Draw(seed).question();
    Condition patient = question.condition();

    boolean lysis =
        DestinationAdvice.of(question).stream()
            .anyMatch(option -> option.strategy() == Strategy.THROMBOLYSIS_THEN_TRANSFER);

    if (lysis) {
      assertThat(patient.kind()).isEqualTo(PreAlertKind.CHEST_PAIN);
      assertThat(patient.diagnosis()).isEqualTo(Diagnosis.STEMI);
      assertThat(patient.suspectedDissection()).isFalse();
      assertThat(patient.shockOrArrest()).isFalse();
      assertThat(patient.contraindications()).isNotEqualTo(Contraindications.ABSOLUTE);
    }
  }

  @Property(tries = 2_000)
  void theOrderOfTheHospitalsChangesNothing(@ForAll long seed) {
    DestinationQuestion question = new Draw(seed).question();
    List<Candidate> shuffled = new ArrayList<>(question.hospitals());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(
            DestinationAdvice.of(
                new DestinationQuestion(
                    question.condition(),
                    question.now(),
                    shuffled,
                    question.transfers(),
                    question.targets())))
        .isEqualTo(DestinationAdvice.of(question));
  }

  @Property(tries = 2_000)
  void moreMinutesMakeNoOptionReachable(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int minutes) {
    DestinationQuestion question = new Draw(seed).question();
    DestinationQuestion later = later(question, minutes);

    Set<String> offered = new HashSet<>();
    Set<String> reachable = new HashSet<>();
    for (DestinationOption option : DestinationAdvice.of(question)) {
      offered.add(key(option));
      if (option.reachable()) {
        reachable.add(key(option));
      }
    }
    for (DestinationOption option : DestinationAdvice.of(later)) {
      if (option.reachable() && offered.contains(key(option))) {
        assertThat(reachable).contains(key(option));
      }
    }
  }

  private static String key(DestinationOption option) {
    return option.hospitalId() + "/" + option.strategy();
  }

  /** The same patient, every way longer and the first medical contact longer ago. */
  private static DestinationQuestion later(DestinationQuestion question, int minutes) {
    Condition c = question.condition();
    Instant contact = c.firstMedicalContact();
    return new DestinationQuestion(
        new Condition(
            c.kind(),
            c.diagnosis(),
            c.suspectedDissection(),
            c.shockOrArrest(),
            c.contraindications(),
            c.onset(),
            contact == null ? null : contact.minus(Duration.ofMinutes(minutes)),
            c.diagnosedAt()),
        question.now(),
        question.hospitals().stream()
            .map(
                h ->
                    new Candidate(
                        h.id(),
                        h.services(),
                        h.travelSeconds() == null ? null : h.travelSeconds() + minutes * 60.0,
                        h.medianArrivalToWireMinutes(),
                        h.notice(),
                        h.reachableContacts()))
            .toList(),
        question.transfers(),
        question.targets());
  }

  @Property(tries = 2_000)
  void whoCanNotDoItIsNeverFirstWhileSomebodySurelyCan(@ForAll long seed) {
    DestinationQuestion question = new Draw(seed).question();
    List<DestinationOption> options = DestinationAdvice.of(question);
    if (options.isEmpty()) {
      return;
    }
    if (stateOf(question, options.get(0)) != State.OPEN) {
      assertThat(options).noneMatch(option -> stateOf(question, option) == State.OPEN);
    }
  }

  /** Of what the option asks of its hospital. */
  private static State stateOf(DestinationQuestion question, DestinationOption option) {
    String needed = needed(question.condition(), option);
    return needed == null
        ? State.OPEN
        : question.hospitals().stream()
            .filter(hospital -> hospital.id().equals(option.hospitalId()))
            .map(hospital -> hospital.stateOf(needed))
            .findFirst()
            .orElseThrow();
  }

  private static @Nullable String needed(Condition patient, DestinationOption option) {
    if (option.strategy() == Strategy.THROMBOLYSIS_THEN_TRANSFER) {
      return ServiceName.THROMBOLYSIS;
    }
    if (patient.kind() == PreAlertKind.CHEST_PAIN
        && (patient.suspectedDissection() || patient.diagnosis() == Diagnosis.AORTIC_DISSECTION)) {
      return ServiceName.AORTIC_SURGERY;
    }
    return patient.kind() == PreAlertKind.CHEST_PAIN
            && !patient.suspectedDissection()
            && patient.diagnosis() == Diagnosis.NON_CARDIAC
        ? null
        : ServiceName.of(patient.kind());
  }

  @Property(tries = 2_000)
  void leavesNoHospitalOut(@ForAll long seed) {
    DestinationQuestion question = new Draw(seed).question();

    assertThat(DestinationAdvice.of(question))
        .extracting(DestinationOption::hospitalId)
        .containsAll(question.hospitals().stream().map(Candidate::id).toList());
  }

  /** A patient and up to twelve hospitals. */
  private record Draw(Random random) {
    Draw(long seed) {
      this(new Random(seed));
    }

    DestinationQuestion question() {
      List<Candidate> hospitals = new ArrayList<>();
      int count = random.nextInt(13);
      for (int i = 0; i < count; i++) {
        hospitals.add(hospital("h" + i));
      }
      Map<String, Double> transfers = new HashMap<>();
      long salt = random.nextLong();
      return new DestinationQuestion(
          patient(),
          NOW,
          hospitals,
          (from, to) -> {
            Random own = new Random(salt ^ (from + "/" + to).hashCode());
            return own.nextInt(5) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                    transfers.computeIfAbsent(from + "/" + to, x -> own.nextDouble() * 5_000));
          },
          Map.of());
    }

    private Condition patient() {
      Instant contact = random.nextInt(4) == 0 ? null : ago(150);
      return new Condition(
          random.nextInt(4) == 0 ? any(PreAlertKind.values()) : PreAlertKind.CHEST_PAIN,
          random.nextInt(3) == 0 ? any(Diagnosis.values()) : Diagnosis.STEMI,
          random.nextInt(6) == 0,
          random.nextInt(6) == 0,
          any(Contraindications.values()),
          random.nextInt(5) == 0 ? null : ago(900),
          contact,
          contact == null || random.nextBoolean() ? null : contact.plusSeconds(60));
    }

    private Instant ago(int minutes) {
      return NOW.minus(Duration.ofMinutes(random.nextInt(minutes)));
    }

    private Candidate hospital(String id) {
      Map<String, State> services = new HashMap<>();
      for (String service : ServiceName.ALL) {
        if (random.nextInt(3) > 0) {
          services.put(service, any(State.values()));
        }
      }
      return new Candidate(
          new HospitalId(id),
          services,
          random.nextInt(8) == 0 ? null : (double) random.nextInt(8_000),
          random.nextInt(3) == 0 ? null : 40 + random.nextInt(90),
          random.nextInt(4) == 0 ? new Notice("满床", NOW.plusSeconds(60)) : null,
          random.nextInt(6) > 0);
    }

    private <T> T any(T[] values) {
      return values[random.nextInt(values.length)];
    }
  }
}
