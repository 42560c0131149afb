package io.dispatch120.dispatch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.FixView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AssignmentEvents.AssignmentCancelled;
import io.dispatch120.dispatch.incident.AssignmentEvents.DestinationChosen;
import io.dispatch120.dispatch.incident.CallEvents.IncidentAbsorbed;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IncidentViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final LngLat PLACE = TestCenter.WANGCHENGPO;
  private static final UnitId A01 = new UnitId("A01");

  private final IncidentStory story = IncidentStory.opened("i1", NOW, 7);

  private IncidentView view() {
    return IncidentViews.of(story.incident(), NOW.plusSeconds(60));
  }

  @Test
  void showsAnUntriagedIncidentAsMostUrgentWithoutAPlace() {
    assertThat(view().number()).isEqualTo("XJ-20261122-0007");
    assertThat(view().status()).isEqualTo(IncidentStatus.WAITING);
    assertThat(view().priority()).isEqualTo(Priority.P1);
    assertThat(view().triaged()).isFalse();
    assertThat(view().position()).isNull();
    assertThat(view().patients()).hasSize(1);
    assertThat(view().seq()).isEqualTo(7);
    assertThat(view().version()).isZero();
  }

  @Test
  void showsTriageAndTheVersionOfTheDetails() {
    story.complains(null, Priority.P3);

    assertThat(view().priority()).isEqualTo(Priority.P3);
    assertThat(view().triaged()).isTrue();
    assertThat(view().version()).isEqualTo(1);
  }

  @Test
  void showsThePinAsThePositionAndEveryFixWithItsCall() {
    CallId call = new CallId("c1");
    story
        .add(new LocationReported(story.fix(new LngLat(112.9, 28.2), FixSource.CELL), call), null)
        .located(PLACE, FixSource.CONFIRMED);

    assertThat(view().position().toLngLat()).isEqualTo(PLACE);
    assertThat(view().position().source()).isEqualTo(FixSource.CONFIRMED);
    assertThat(view().fixes()).extracting(FixView::callId).containsExactly(call, null);
  }

  @Test
  void showsMilestonesInTheirOrderHoweverLateTheyWereRecorded() {
    story.assigned("A01").reached("A01", Milestone.ON_SCENE).reached("A01", Milestone.EN_ROUTE);

    AssignmentView assignment = view().assignments().get(0);
    assertThat(assignment.milestones().keySet())
        .containsExactly(Milestone.ASSIGNED, Milestone.EN_ROUTE, Milestone.ON_SCENE);
    assertThat(assignment.status()).isEqualTo(AssignmentStatus.ON_SCENE);
    assertThat(assignment.incidentId()).isEqualTo(story.incident().id());
    assertThat(assignment.endedAt()).isNull();
    assertThat(assignment.reasons()).containsExactly("at_station");
  }

  @Test
  void showsHowAnAssignmentEndedAndThatTheCrewHasNotConfirmedIt() {
    HospitalId hospital = new HospitalId("H1");
    Personal reason = new Personal("caller rang off");
    story
        .assigned("A01")
        .add(new DestinationChosen(story.assignmentOf("A01"), A01, hospital, null), A01)
        .later(Duration.ofSeconds(20))
        .add(new AssignmentCancelled(story.assignmentOf("A01"), A01, reason, null), A01);

    AssignmentView assignment = view().assignments().get(0);
    assertThat(assignment.status()).isEqualTo(AssignmentStatus.CANCELLED);
    assertThat(assignment.destinationHospitalId()).isEqualTo(hospital);
    assertThat(assignment.endedAt()).isEqualTo(NOW.plusSeconds(20));
    assertThat(assignment.endReason()).isEqualTo(reason);
    assertThat(assignment.notice().confirmed()).isFalse();
  }

  @Test
  void showsHowAnIncidentEnded() {
    story.later(Duration.ofSeconds(30)).closed(Outcome.ADVICE_ONLY);

    assertThat(view().status()).isEqualTo(IncidentStatus.CLOSED);
    assertThat(view().outcome()).isEqualTo(Outcome.ADVICE_ONLY);
    assertThat(view().closedAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(view().absorbedInto()).isNull();
  }

  @Test
  void showsWhichIncidentTookItsCall() {
    IncidentId other = new IncidentId("i2");
    story.add(new IncidentAbsorbed(other, new CallId("c1"), null), null);

    assertThat(view().absorbedInto()).isEqualTo(other);
    assertThat(view().outcome()).isEqualTo(Outcome.DUPLICATE);
  }
}
