package io.dispatch120.dispatch.ecg;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.ecg.wave.EcgSubject;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EcgComparisonTest {
  private static final ZoneId CHANGSHA = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-01-02T04:00:00Z");

  @Test
  void warnsOfAnotherSexOnlyWhenBothAreKnown() {
    assertThat(compare(of(Sex.MALE, null, null), Sex.FEMALE, null))
        .containsExactly(EcgWarningCode.SEX_DIFFERS);
    assertThat(compare(of(Sex.MALE, null, null), Sex.MALE, null)).isEmpty();
    assertThat(compare(of(Sex.MALE, null, null), Sex.UNKNOWN, null)).isEmpty();
    assertThat(compare(of(Sex.UNKNOWN, null, null), Sex.MALE, null)).isEmpty();
    assertThat(compare(of(null, null, null), Sex.MALE, null)).isEmpty();
    assertThat(compare(of(Sex.MALE, null, null), null, null)).isEmpty();
  }

  @Test
  void warnsOfAnAgeMoreThanThreeYearsApart() {
    assertThat(compare(of(null, 61, null), null, 64)).isEmpty();
    assertThat(compare(of(null, 61, null), null, 65)).containsExactly(EcgWarningCode.AGE_DIFFERS);
    assertThat(compare(of(null, 61, null), null, 57)).containsExactly(EcgWarningCode.AGE_DIFFERS);
    assertThat(compare(of(null, 61, null), null, null)).isEmpty();
    EcgSubject born = new EcgSubject(null, null, LocalDate.of(1964, 1, 3), null, null);
    assertThat(compare(at(born, null, null), null, 64)).isEmpty();
    assertThat(compare(at(born, null, null), null, 65)).containsExactly(EcgWarningCode.AGE_DIFFERS);
  }

  @Test
  void warnsOfAnEcgOfAnotherTime() {
    assertThat(compare(of(null, null, NOW.minusSeconds(12 * 3600)), null, null)).isEmpty();
    assertThat(compare(of(null, null, NOW.minusSeconds(12 * 3600 + 1)), null, null))
        .containsExactly(EcgWarningCode.RECORDED_LONG_AGO);
    assertThat(compare(of(null, null, NOW.plusSeconds(300)), null, null)).isEmpty();
    assertThat(compare(of(null, null, NOW.plusSeconds(301)), null, null))
        .containsExactly(EcgWarningCode.RECORDED_IN_FUTURE);
  }

  @Test
  void takesATimeWithoutZoneForThatOfTheCenter() {
    LocalDateTime now = LocalDateTime.of(2026, 1, 2, 12, 0);
    assertThat(compare(at(EcgSubject.UNKNOWN, null, now), null, null)).isEmpty();
    assertThat(compare(at(EcgSubject.UNKNOWN, null, now.plusHours(1)), null, null))
        .containsExactly(EcgWarningCode.RECORDED_IN_FUTURE);
  }

  private static List<EcgWarningCode> compare(
      EcgWaveform waveform, @Nullable Sex sex, @Nullable Integer age) {
    return EcgComparison.compare(waveform, sex, age, NOW, CHANGSHA).stream()
        .map(EcgWarning::code)
        .toList();
  }

  private static EcgWaveform of(@Nullable Sex sex, @Nullable Integer age, @Nullable Instant at) {
    return at(new EcgSubject(sex, age, null, null, null), at, null);
  }

  private static EcgWaveform at(
      EcgSubject subject, @Nullable Instant at, @Nullable LocalDateTime local) {
    return new EcgWaveform(EcgFormat.SCP, 500, List.of(), at, local, null, subject, List.of());
  }
}
