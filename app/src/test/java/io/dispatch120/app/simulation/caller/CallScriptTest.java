package io.dispatch120.app.simulation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.caller.CallStep.Complete;
import io.dispatch120.app.simulation.caller.CallStep.Locate;
import io.dispatch120.app.simulation.caller.CallStep.Open;
import io.dispatch120.app.simulation.caller.CallStep.Pin;
import io.dispatch120.app.simulation.caller.CallStep.Presence;
import io.dispatch120.app.simulation.caller.CallStep.Write;
import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallScriptTest {
  private final List<CallerSeed> seeds = CallerFile.demo();

  @Test
  void knowsThePhoneOnlyRoughlyWhenItRings() {
    assertThat(scripts(seed("yes")))
        .allSatisfy(
            script -> {
              double off = script.carrierFix().distanceMetersTo(script.seed().position());
              assertThat(script.carrierRadiusMeters()).isBetween(80.0, 250.0);
              assertThat(off).isBetween(10.0, script.carrierRadiusMeters());
            });
  }

  @Test
  void completesEveryCallWithAddressAndPriority() {
    assertThat(scripts(seed("yes")))
        .allSatisfy(
            script ->
                assertThat(steps(script, Complete.class))
                    .singleElement()
                    .satisfies(
                        heard -> {
                          assertThat(heard.after()).isBetween(seconds(5), seconds(20));
                          assertThat(heard.address()).isEqualTo(script.seed().address());
                          assertThat(heard.priority()).isEqualTo(script.seed().priority());
                        }));
  }

  @Test
  void locatesThePhoneBetterAndBetterForWhoOpensTheLink() {
    List<CallScript> scripts = scripts(seed("yes"));
    assertThat(scripts.stream().filter(CallScript::sendLink).count()).isBetween(130L, 190L);
    for (CallScript script : scripts) {
      List<Locate> fixes = steps(script, Locate.class);
      if (!script.sendLink()) {
        assertThat(script.steps()).as("without a link").hasSize(1);
        continue;
      }
      assertThat(fixes).hasSizeBetween(2, 4);
      assertThat(fixes)
          .extracting(Locate::radiusMeters)
          .isSortedAccordingTo(Comparator.reverseOrder());
      Locate best = fixes.get(fixes.size() - 1);
      assertThat(best.radiusMeters()).isBetween(8.0, 15.0);
      assertThat(best.position().distanceMetersTo(script.seed().position())).isLessThan(40);
      assertThat(best.after().minus(fixes.get(0).after())).isLessThan(seconds(40));
      assertThat(steps(script, Open.class).get(0).after()).isLessThan(fixes.get(0).after());
      assertThat(steps(script, Presence.class))
          .extracting(Presence::withPatient)
          .containsOnly(true);
    }
  }

  @Test
  void pinsThePatientWhenTheCallerIsElsewhere() {
    assertThat(scripts(seed("no")))
        .allSatisfy(
            script -> {
              assertThat(steps(script, Pin.class))
                  .singleElement()
                  .satisfies(
                      pin -> {
                        assertThat(pin.position()).isEqualTo(script.seed().position());
                        assertThat(pin.after())
                            .isGreaterThan(steps(script, Complete.class).get(0).after());
                      });
              assertThat(steps(script, Locate.class))
                  .allSatisfy(
                      fix ->
                          assertThat(fix.position().distanceMetersTo(script.seed().position()))
                              .isBetween(150.0, 1_100.0));
              assertThat(steps(script, Presence.class))
                  .allMatch(presence -> !presence.withPatient());
            });
  }

  @Test
  void writesOneOfItsMessagesInFourCallsOfTen() {
    List<CallScript> linked = scripts(seed("yes")).stream().filter(CallScript::sendLink).toList();
    List<Write> written = linked.stream().flatMap(s -> steps(s, Write.class).stream()).toList();
    assertThat(written.size() / (double) linked.size()).isBetween(0.25, 0.55);
    assertThat(seed("yes").messages()).containsAll(written.stream().map(Write::text).toList());
  }

  @Test
  void playsItsStepsInTheOrderOfTime() {
    for (CallerSeed seed : seeds) {
      for (CallScript script : scripts(seed)) {
        assertThat(script.steps())
            .extracting(CallStep::after)
            .isSorted()
            .allMatch(after -> after.compareTo(seconds(90)) < 0);
      }
    }
  }

  private CallerSeed seed(String callerWithPatient) {
    return seeds.stream()
        .filter(seed -> seed.callerWithPatient().equals(callerWithPatient))
        .findFirst()
        .orElseThrow();
  }

  private static List<CallScript> scripts(CallerSeed seed) {
    return IntStream.range(0, 200)
        .mapToObj(number -> CallScript.of(seed, new Chance(new SplittableRandom(number))))
        .toList();
  }

  private static <T extends CallStep> List<T> steps(CallScript script, Class<T> kind) {
    Stream<CallStep> steps = script.steps().stream();
    return steps.filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
