package io.dispatch120.dispatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.codec.EventTypes;
import io.dispatch120.dispatch.stream.HospitalRules.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of event there is, and what a hospital may be told of it. */
class HospitalRulesTest {
  private static final String EXPECTED =
      """
      incident_opened            nobody
      call_received              nobody
      call_linked                incident
      call_unlinked              incident
      incident_absorbed          incident
      incident_restored          incident
      locator_link_sent          nobody
      message_sent               nobody
      incident_details_changed   incident
      priority_changed           incident
      patient_added              patient
      patient_changed            patient
      location_reported          incident
      location_confirmed         incident
      triage_recorded            patient
      unit_assigned              assignment
      assignment_acknowledged    assignment
      unit_en_route              assignment
      unit_on_scene              assignment
      patient_contacted          assignment
      transport_started          assignment
      hospital_reached           assignment
      patient_handed_over        assignment
      assignment_cleared         assignment
      milestone_withdrawn        assignment
      milestone_corrected        assignment
      assignment_declined        assignment
      assignment_cancelled       assignment
      destination_chosen         assignment
      crew_notice_confirmed      nobody
      alert_raised               alert
      alert_repeated             alert
      alert_acknowledged         alert
      alert_snoozed              alert
      alert_resurfaced           alert
      alert_cleared              alert
      incident_closed            incident
      incident_reopened          incident
      chest_pain_opened          patient
      milestone_recorded         patient
      case_milestone_corrected   patient
      visit_recorded             patient
      diagnosis_recorded         patient
      chest_pain_concluded       patient
      ecg_recorded               patient
      ecg_withdrawn              patient
      vitals_recorded            patient
      troponin_recorded          patient
      checklist_answered         patient
      bypass_recorded            patient
      pre_alert_sent             pre_alert
      escalated                  pre_alert
      escalation_exhausted       pre_alert
      pre_alert_answered         pre_alert
      pre_alert_cancelled        pre_alert
      page_delivered             pre_alert
      page_failed                pre_alert
      unit_availability_changed  unit
      capacity_notice_posted     notice
      capacity_notice_lifted     notice
      road_closed                nobody
      road_opened                nobody
      triage_card_proposed       nobody
      triage_card_approved       nobody
      triage_card_withdrawn      nobody
      catalogue_changed          nobody
      """;

  private static Map<String, Rule> expected() {
    Map<String, Rule> table = new HashMap<>();
    EXPECTED
        .lines()
        .map(line -> line.split("\\s+"))
        .forEach(line -> table.put(line[0], Rule.valueOf(line[1].toUpperCase(Locale.ROOT))));
    return table;
  }

  /** A new kind of event has no line: whoever adds it says here what a hospital may know of it. */
  @Test
  void hasALineForEveryKindOfEvent() {
    assertThat(expected().keySet()).isEqualTo(EventTypes.all().keySet());
    assertThat(HospitalRules.all().keySet()).isEqualTo(new HashSet<>(EventTypes.all().values()));
  }

  @Test
  void saysOfEachKindWhatTheTableSays() {
    expected()
        .forEach(
            (name, rule) ->
                assertThat(HospitalRules.of(EventTypes.all().get(name))).as(name).isEqualTo(rule));
  }

  @Test
  void tellsNobodyOfAKindThatIsNotDecidedOn() {
    record Unheard() implements DispatchEvent {
      @Override
      public String type() {
        return "unheard";
      }
    }

    assertThat(HospitalRules.of(Unheard.class)).isEqualTo(Rule.NOBODY);
  }
}
