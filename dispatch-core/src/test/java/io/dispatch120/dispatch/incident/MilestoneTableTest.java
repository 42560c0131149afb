package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Personal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may follow what: rows are the last step reached, columns the step that is recorded. */
class MilestoneTableTest {

  // o: out of order, e: the assignment has ended
  private static final String TABLE =
      """
      from            assigned acknowledged en_route on_scene patient_contact transporting at_hospital handed_over cleared
      assigned        o        yes          yes      yes      yes             yes          yes         yes         yes
      acknowledged    o        o            yes      yes      yes             yes          yes         yes         yes
      en_route        o        o            o        yes      yes             yes          yes         yes         yes
      on_scene        o        o            o        o        yes             yes          yes         yes         yes
      patient_contact o        o            o        o        o               yes          yes         yes         yes
      transporting    o        o            o        o        o               o            yes         yes         yes
      at_hospital     o        o            o        o        o               o            o           yes         yes
      handed_over     o        o            o        o        o               o            o           o           yes
      cleared         e        e            e        e        e               e            e           e           e
      declined        e        e            e        e        e               e            e           e           e
      cancelled       e        e            e        e        e               e            e           e           e
      """;

  static Stream<Arguments> cells() {
    String[] lines = TABLE.split("\n");
    String[] columns = lines[0].trim().split("\\s+");
    return Arrays.stream(lines)
        .skip(1)
        .map(line -> line.trim().split("\\s+"))
        .flatMap(
            row ->
                Stream.iterate(1, i -> i < row.length, i -> i + 1)
                    .map(i -> Arguments.of(row[0], columns[i], row[i])));
  }

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @MethodSource("cells")
  void followsTheTable(String from, String to, String expected) {
    DispatchScenario scenario = DispatchScenario.with(unit("A01"));
    AssignmentId assignment = assignmentAt(scenario, from);
    Milestone milestone = Milestone.valueOf(to.toUpperCase(Locale.ROOT));

    String outcome =
        scenario
            .tries(tap(assignment, milestone))
            .map(
                code ->
                    switch (code) {
                      case MILESTONE_OUT_OF_ORDER -> "o";
                      case ASSIGNMENT_ENDED -> "e";
                      default -> code.name();
                    })
            .orElse("yes");

    assertThat(outcome).isEqualTo(expected);
    if (expected.equals("yes")) {
      assertThat(scenario.assignment(assignment).lastMilestone()).isEqualTo(milestone);
      assertThat(scenario.unit("A01").committed()).isEqualTo(milestone != Milestone.CLEARED);
    }
  }

  private static AssignmentId assignmentAt(DispatchScenario scenario, String state) {
    var incident = calledFrom(scenario, MEIXIHU);
    if (state.equals("declined") || state.equals("cancelled")) {
      AssignmentId assignment = unitAt(scenario, incident, "A01", Milestone.EN_ROUTE);
      scenario.does(
          state.equals("declined")
              ? new DeclineAssignment(assignment, new Personal("broken down"))
              : Given.cancel(assignment));
      return assignment;
    }
    Milestone last = Milestone.valueOf(state.toUpperCase(Locale.ROOT));
    return unitAt(scenario, incident, "A01", last);
  }
}
