package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.details;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every status of an incident; the illegal cells name their refusal. */
class CommandTableTest {

  private static final String TABLE =
      """
      command            waiting     assigned     en_route     on_scene     transporting     at_hospital      awaiting_closure closed
      change_details     yes         yes          yes          yes          yes              yes              yes              incident_closed
      add_patient        yes         yes          yes          yes          yes              yes              yes              incident_closed
      change_patient     yes         yes          yes          yes          yes              yes              yes              incident_closed
      report_location    yes         yes          yes          yes          yes              yes              yes              incident_closed
      send_locator_link  yes         yes          yes          yes          yes              yes              yes              incident_closed
      send_message       yes         yes          yes          yes          yes              yes              yes              yes
      assign_unit        yes         yes          yes          yes          yes              yes              yes              incident_closed
      link_call_to_it    yes         yes          yes          yes          yes              yes              yes              incident_closed
      link_its_call      yes         incident_busy incident_busy incident_busy incident_busy incident_busy    yes              incident_closed
      unlink_own_call    call_not_linked call_not_linked call_not_linked call_not_linked call_not_linked call_not_linked call_not_linked call_not_linked
      close_incident     yes         incident_busy incident_busy incident_busy incident_busy incident_busy    yes              incident_closed
      reopen_incident    incident_open incident_open incident_open incident_open incident_open incident_open  incident_open    yes
      fire_deadline      yes         yes          yes          yes          yes              yes              yes              yes
      decline            none        yes          yes          yes          milestone_out_of_order milestone_out_of_order assignment_ended assignment_ended
      cancel             none        yes          yes          yes          yes              yes              assignment_ended assignment_ended
      choose_destination none        yes          yes          yes          yes              yes              assignment_ended assignment_ended
      record_cleared     none        yes          yes          yes          yes              yes              assignment_ended assignment_ended
      correct_assigned   none        yes          yes          yes          yes              yes              yes              yes
      withdraw_assigned  none        milestone_out_of_order milestone_out_of_order milestone_out_of_order milestone_out_of_order milestone_out_of_order milestone_out_of_order milestone_out_of_order
      send_crew_message  none        yes          yes          yes          yes              yes              yes              yes
      confirm_delivery   none        yes          yes          yes          yes              yes              yes              yes
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
                    .filter(i -> !row[i].equals("none"))
                    .map(i -> Arguments.of(row[0], columns[i], row[i])));
  }

  @ParameterizedTest(name = "{0} while {1}: {2}")
  @MethodSource("cells")
  void answersByTheTable(String command, String status, String expected) {
    DispatchScenario scenario = DispatchScenario.with(unit("A01"), unit("A02"));
    IncidentId incident = calledFrom(scenario, MEIXIHU);
    IncidentId elsewhere = calledFrom(scenario, MEIXIHU);
    AssignmentId assignment = bring(scenario, incident, status);
    assertThat(IncidentStatuses.of(scenario.incident(incident)))
        .isEqualTo(IncidentStatus.valueOf(status.toUpperCase(Locale.ROOT)));

    String outcome =
        scenario
            .tries(command(command, scenario, incident, elsewhere, assignment))
            .map(code -> code.name().toLowerCase(Locale.ROOT))
            .orElse("yes");

    assertThat(outcome).isEqualTo(expected);
  }

  private static AssignmentId bring(DispatchScenario scenario, IncidentId incident, String status) {
    return switch (status) {
      case "waiting" -> new AssignmentId("none");
      case "assigned" -> unitAt(scenario, incident, "A01", Milestone.ASSIGNED);
      case "en_route" -> unitAt(scenario, incident, "A01", Milestone.EN_ROUTE);
      case "on_scene" -> unitAt(scenario, incident, "A01", Milestone.ON_SCENE);
      case "transporting" -> unitAt(scenario, incident, "A01", Milestone.TRANSPORTING);
      case "at_hospital" -> unitAt(scenario, incident, "A01", Milestone.AT_HOSPITAL);
      case "awaiting_closure" -> unitAt(scenario, incident, "A01", Milestone.CLEARED);
      case "closed" -> {
        AssignmentId assignment = unitAt(scenario, incident, "A01", Milestone.CLEARED);
        scenario.does(Given.close(incident));
        yield assignment;
      }
      default -> throw new IllegalArgumentException(status);
    };
  }

  private static Command command(
      String name,
      DispatchScenario scenario,
      IncidentId incident,
      IncidentId elsewhere,
      AssignmentId assignment) {
    CallId own = Given.callOf(scenario, incident);
    return switch (name) {
      case "change_details" -> Given.priority(incident, Priority.P3);
      case "add_patient" -> new Command.AddPatient(incident, details(null));
      case "change_patient" ->
          new Command.ChangePatient(
              scenario.incident(incident).patients().get(0).id(), details(null));
      case "report_location" -> Given.fix(incident, MEIXIHU, FixSource.AML);
      case "send_locator_link" -> new Command.SendLocatorLink(incident);
      case "send_message" ->
          new Command.SendMessage(incident, MessageSender.CALLER, new Personal("help"));
      case "assign_unit" -> Given.assign(incident, "A02");
      case "link_call_to_it" ->
          new Command.LinkCall(Given.callOf(scenario, elsewhere), incident, true);
      case "link_its_call" -> new Command.LinkCall(own, elsewhere, true);
      case "unlink_own_call" -> new Command.UnlinkCall(own);
      case "close_incident" -> Given.close(incident);
      case "reopen_incident" ->
          new Command.ReopenIncident(incident, new Personal("closed by mistake"));
      case "fire_deadline" -> new Command.FireDeadline(incident, "no_such_timer", 1);
      case "send_crew_message" -> new Command.SendCrewMessage(assignment, new Personal("no lift"));
      case "decline" -> new Command.DeclineAssignment(assignment, new Personal("broken down"));
      case "cancel" -> Given.cancel(assignment);
      case "choose_destination" ->
          new Command.ChooseDestination(assignment, new HospitalId("xy3"), null);
      case "record_cleared" -> Given.tap(assignment, Milestone.CLEARED);
      case "correct_assigned" ->
          new Command.CorrectMilestone(
              assignment, Milestone.ASSIGNED, DispatchScenario.NOON, new Personal("paper"));
      case "withdraw_assigned" -> new Command.WithdrawMilestone(assignment, Milestone.ASSIGNED);
      case "confirm_delivery" -> new Command.ConfirmDelivery(assignment, 1);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
