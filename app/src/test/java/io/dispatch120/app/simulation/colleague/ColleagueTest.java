package io.dispatch120.app.simulation.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.colleague.ColleagueDeed.Assign;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.ChooseHospital;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.Close;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.OwnAlert;
import io.dispatch120.app.simulation.colleague.IncidentPicture.AssignmentPicture;
import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColleagueTest {
  private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");
  private static final String ME = "dispatcher:dispatcher2";
  private static final String VISITOR = "dispatcher:dispatcher";

  private final Colleague colleague =
      new Colleague("dispatcher2", new Chance(new SplittableRandom(1)));
  private Instant now = START;

  @Test
  void sendsAUnitToItsOwnCallSlowlyEnoughForAVisitorToBeQuicker() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(waiting());
    assertThat(run(24)).isEmpty();
    assertThat(run(30)).containsExactly(new Assign("i1", Set.of()));
    assertThat(run(300)).as("once").isEmpty();
  }

  @Test
  void neverTouchesACallOfSomebodyElse() {
    colleague.happened("i1", "incident_opened", VISITOR);
    colleague.happened("i1", "alert_raised", "system:timer");
    colleague.shown(waiting());
    assertThat(run(300)).isEmpty();
    assertThat(colleague.leads("i1")).isFalse();
  }

  @Test
  void leavesACallToWhoeverDoesSomethingAboutIt() {
    for (String deed : List.of("unit_assigned", "incident_details_changed", "message_sent")) {
      colleague.happened("i1", "incident_opened", ME);
      colleague.shown(waiting());
      assertThat(run(10)).isEmpty();
      colleague.happened("i1", deed, VISITOR);
      assertThat(run(300)).as(deed).isEmpty();
      colleague.shown(closable(true));
      assertThat(run(300)).as(deed).isEmpty();
    }
  }

  @Test
  void keepsACallWhoseCallerCrewAndAlarmsAreHeard() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.happened("i1", "location_reported", "caller:link");
    colleague.happened("i1", "assignment_declined", "crew:a07");
    colleague.happened("i1", "alert_acknowledged", VISITOR);
    colleague.happened("i1", "alert_raised", "system:timer");
    assertThat(colleague.leads("i1")).isTrue();
  }

  @Test
  void asksAnotherUnitSoonWhenOneCannotGo() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(waiting());
    run(60);
    colleague.shown(
        picture("waiting", new AssignmentPicture("a1", "A07", "declined", false, false)));
    assertThat(run(16)).containsExactly(new Assign("i1", Set.of("A07")));
  }

  @Test
  void choosesAHospitalOnceThePatientIsMet() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(picture("on_scene", assignment("on_scene", false, false)));
    assertThat(run(60)).isEmpty();
    colleague.shown(picture("on_scene", assignment("patient_contact", false, false)));
    assertThat(run(26)).containsExactly(new ChooseHospital("i1", "a1"));
    colleague.shown(picture("on_scene", assignment("patient_contact", false, true)));
    assertThat(run(60)).isEmpty();
  }

  @Test
  void ownsTheAlarmsOfItsOwnCalls() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(
        new IncidentPicture(
            "i1",
            1,
            "assigned",
            List.of(assignment("assigned", false, false)),
            List.of("alert-1")));
    assertThat(run(9)).isEmpty();
    assertThat(run(17)).containsExactly(new OwnAlert("i1", "alert-1"));
  }

  @Test
  void closesWhatIsDone() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(closable(true));
    assertThat(run(19)).isEmpty();
    assertThat(run(42)).containsExactly(new Close("i1", true));
    colleague.happened("i1", "incident_closed", ME);
    colleague.shown(closable(true));
    assertThat(run(300)).isEmpty();
    assertThat(colleague.leads("i1")).isFalse();
  }

  @Test
  void triesAgainWhatFailedAsLongAsItIsWanted() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(waiting());
    Assign assign = new Assign("i1", Set.of());
    assertThat(run(60)).containsExactly(assign);
    colleague.failed(assign, now);
    assertThat(run(11)).containsExactly(assign);
    colleague.failed(assign, now);
    colleague.shown(picture("assigned", assignment("assigned", false, false)));
    assertThat(run(60)).isEmpty();
  }

  @Test
  void believesTheNewerOfTwoPictures() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.shown(new IncidentPicture("i1", 9, "assigned", List.of(), List.of()));
    colleague.shown(waiting());
    assertThat(run(60)).isEmpty();
  }

  @Test
  void picksUpItsCallsFromTheirTimelinesAfterARestart() {
    colleague.happened("i1", "incident_opened", ME);
    colleague.happened("i2", "incident_opened", ME);
    colleague.happened("i2", "unit_assigned", VISITOR);
    colleague.happened("i3", "incident_opened", VISITOR);
    colleague.shown(closable(false));
    assertThat(run(61)).containsExactly(new Close("i1", false));
    colleague.open(Set.of("i2", "i3"));
    assertThat(colleague.leads("i1")).isFalse();
  }

  private List<ColleagueDeed> run(int seconds) {
    List<ColleagueDeed> deeds = new ArrayList<>();
    for (Instant end = now.plus(Duration.ofSeconds(seconds)); now.isBefore(end); ) {
      deeds.addAll(colleague.advance(now));
      now = now.plusSeconds(1);
    }
    return deeds;
  }

  private static IncidentPicture waiting() {
    return picture("waiting");
  }

  private static IncidentPicture closable(boolean transported) {
    return picture("awaiting_closure", assignment("cleared", transported, transported));
  }

  private static AssignmentPicture assignment(
      String status, boolean transported, boolean destined) {
    return new AssignmentPicture("a1", "A03", status, transported, destined);
  }

  private static IncidentPicture picture(String status, AssignmentPicture... assignments) {
    return new IncidentPicture("i1", 1, status, List.of(assignments), List.of());
  }
}
