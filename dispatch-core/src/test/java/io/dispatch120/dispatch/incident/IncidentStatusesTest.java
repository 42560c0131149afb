package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.assigned;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status as the least-served patient sees it. */
class IncidentStatusesTest {

  @ParameterizedTest(name = "{0} patients, units {1}, outcomes {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # patients | units, each by its last step, or how it ended after which | outcomes | status
          1 | -                                    | -                | waiting
          1 | assigned                             | -                | assigned
          1 | acknowledged                         | -                | assigned
          1 | en_route                             | -                | en_route
          1 | on_scene                             | -                | on_scene
          1 | patient_contact                      | -                | on_scene
          1 | transporting                         | -                | transporting
          1 | at_hospital                          | -                | at_hospital
          1 | handed_over                          | -                | at_hospital
          1 | cleared@patient_contact              | -                | awaiting_closure
          1 | cleared@transporting                 | -                | awaiting_closure
          1 | cleared@handed_over                  | -                | awaiting_closure
          1 | cancelled@handed_over                | -                | awaiting_closure
          1 | cleared@assigned                     | -                | waiting
          1 | cleared@on_scene                     | -                | waiting
          1 | cancelled@en_route                   | -                | waiting
          1 | declined@acknowledged                | -                | waiting
          1 | cancelled@transporting               | -                | waiting
          1 | cancelled@en_route assigned          | -                | assigned
          1 | en_route on_scene                    | -                | on_scene
          1 | transporting assigned                | -                | transporting
          1 | cleared@handed_over assigned         | -                | assigned
          1 | handed_over en_route                 | -                | at_hospital
          1 | -                                    | self_transported | waiting
          1 | en_route                             | refused          | en_route
          1 | cleared@patient_contact              | refused          | awaiting_closure
          2 | assigned                             | -                | assigned
          2 | on_scene                             | -                | on_scene
          2 | transporting                         | -                | waiting
          2 | at_hospital                          | -                | waiting
          2 | transporting en_route                | -                | en_route
          2 | transporting transporting            | -                | transporting
          2 | transporting at_hospital             | -                | transporting
          2 | handed_over en_route                 | -                | en_route
          2 | handed_over handed_over              | -                | at_hospital
          2 | cleared@handed_over                  | -                | waiting
          2 | cleared@handed_over on_scene         | -                | on_scene
          2 | cleared@handed_over cleared@patient_contact | -         | awaiting_closure
          2 | transporting                         | refused          | transporting
          2 | cleared@handed_over                  | refused          | awaiting_closure
          2 | cleared@handed_over                  | - refused        | awaiting_closure
          2 | en_route                             | refused          | en_route
          2 | transporting assigned                | refused          | transporting
          3 | transporting transporting            | -                | waiting
          3 | transporting transporting assigned   | -                | assigned
          3 | cleared@handed_over handed_over on_scene | -            | on_scene
          """)
  void isDerivedFromPatientsAndUnits(int patients, String units, String outcomes, String status) {
    DispatchScenario scenario =
        DispatchScenario.with(unit("A1"), unit("A2"), unit("A3"), unit("A4"));
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    for (int more = 1; more < patients; more++) {
      Given.morePatients(scenario, incident);
    }
    int number = 1;
    for (String state : words(units)) {
      bring(scenario, incident, "A" + number++, state);
    }
    List<Patient> known = scenario.incident(incident).patients();
    number = 0;
    for (String outcome : outcomes.equals("-") ? List.<String>of() : words(" " + outcomes)) {
      PatientId patient = known.get(number++).id();
      if (!outcome.equals("-")) {
        scenario.does(Given.outcome(patient, Outcome.valueOf(outcome.toUpperCase(Locale.ROOT))));
      }
    }

    assertThat(IncidentStatuses.of(scenario.incident(incident)))
        .isEqualTo(IncidentStatus.valueOf(status.toUpperCase(Locale.ROOT)));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(List.of(text.trim().split(" +")));
    return words.equals(List.of("-")) ? List.of() : words;
  }

  private static void bring(
      DispatchScenario scenario, IncidentId incident, String unit, String state) {
    String[] parts = state.split("@");
    Milestone last = Milestone.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT));
    AssignmentId assignment = assigned(scenario, incident, unit);
    if (last != Milestone.ASSIGNED) {
      scenario.does(tap(assignment, last)); // what lies before is skipped
    }
    if (parts.length > 1) {
      scenario.does(
          switch (parts[0]) {
            case "cleared" -> tap(assignment, Milestone.CLEARED);
            case "declined" -> new DeclineAssignment(assignment, new Personal("broken down"));
            default -> Given.cancel(assignment);
          });
    }
  }

  @Test
  void carriesThePatientsThatAreNamed() {
    DispatchScenario scenario = DispatchScenario.with(unit("A1"));
    IncidentId id = calledFrom(scenario, MEIXIHU);
    Given.morePatients(scenario, id);
    AssignmentId assignment = assigned(scenario, id, "A1");
    scenario.does(tap(assignment, Milestone.HANDED_OVER));
    Incident incident = scenario.incident(id);
    Assignment both =
        naming(
            incident.findAssignment(assignment).orElseThrow(),
            incident.patients().stream().map(Patient::id).toList());

    assertThat(IncidentStatuses.of(incident)).isEqualTo(IncidentStatus.WAITING);
    assertThat(IncidentStatuses.of(incident.withAssignments(List.of(both))))
        .isEqualTo(IncidentStatus.AT_HOSPITAL);
  }

  private static Assignment naming(Assignment a, List<PatientId> patients) {
    return new Assignment(
        a.id(),
        new UnitId("A1"),
        a.milestones(),
        null,
        patients,
        List.of(),
        null,
        null,
        a.ending());
  }
}
