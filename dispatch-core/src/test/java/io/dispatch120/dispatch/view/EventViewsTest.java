package io.dispatch120.dispatch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AlertView;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.CallEvents.CallLinked;
import io.dispatch120.dispatch.incident.CallEvents.IncidentRestored;
import io.dispatch120.dispatch.incident.CallEvents.LocatorLinkSent;
import io.dispatch120.dispatch.incident.CallEvents.MessageSent;
import io.dispatch120.dispatch.incident.DetailEvents.LocationConfirmed;
import io.dispatch120.dispatch.incident.DetailEvents.PatientAdded;
import io.dispatch120.dispatch.incident.LocatorLink;
import io.dispatch120.dispatch.incident.Message;
import io.dispatch120.dispatch.incident.Patient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private final IncidentStory story = IncidentStory.opened("i1", NOW, 7);

  private EventView last() {
    return EventViews.of(story.lastEntry());
  }

  @Test
  void opensWithTheIncidentAsItStands() {
    assertThat(last().type()).isEqualTo("incident_opened");
    assertThat(last().data()).isEqualTo(IncidentViews.of(story.incident(), NOW));
    assertThat(last().seq()).isEqualTo(7);
    assertThat(last().actor()).isEqualTo("dispatcher:dispatcher");
  }

  @Test
  void tellsACallAsTheIncidentShowsIt() {
    story.later(Duration.ofSeconds(3)).called("13812341234");

    EventData.Received data = (EventData.Received) last().data();
    assertThat(data.call()).isEqualTo(IncidentViews.of(story.incident(), NOW).calls().get(0));
  }

  @Test
  void tellsAnAssignmentWithTheFieldsOfItsView() {
    story.later(Duration.ofSeconds(3)).assigned("A01");

    EventData.Assigned data = (EventData.Assigned) last().data();
    IncidentView.AssignmentView view = IncidentViews.of(story.incident(), NOW).assignments().get(0);
    assertThat(data.id()).isEqualTo(view.id()).isEqualTo(data.assignmentId());
    assertThat(data.milestones()).isEqualTo(view.milestones());
    assertThat(data.status()).isEqualTo(view.status()).isEqualTo(AssignmentStatus.ASSIGNED);
    assertThat(data.etaSeconds()).isEqualTo(95.5);
    assertThat(last().unitId()).isEqualTo(new UnitId("A01"));
  }

  @Test
  void tellsARaisedAlertAsTheAlert() {
    story.alerted("alert", AlertKind.INCIDENT_WAITING);

    assertThat((AlertView) last().data())
        .isEqualTo(IncidentViews.of(story.incident(), NOW).alerts().get(0));
  }

  @Test
  void tellsFixesMessagesPatientsAndLinksAsTheirViews() {
    story.located(TestCenter.WANGCHENGPO, FixSource.LINK);
    assertThat(last().data()).isEqualTo(new EventData.Location(view().fixes().get(0), null));

    story.add(
        new LocationConfirmed(story.fix(TestCenter.WANGCHENGPO, FixSource.CONFIRMED), true), null);
    assertThat(last().data()).isEqualTo(new EventData.Location(view().fixes().get(1), true));

    Message message = new Message("m1", MessageSender.CALLER, new Personal("我在北门"), NOW, null);
    story.add(new MessageSent(message), null);
    assertThat(last().data()).isEqualTo(view().messages().get(0));

    story.add(new PatientAdded(Patient.unknown(new PatientId("p2"))), null);
    assertThat(last().data()).isEqualTo(view().patients().get(1));

    story.called("13812341234");
    story.add(
        new LocatorLinkSent("link", view().calls().get(0).id(), NOW.plusSeconds(60), "log"), null);
    assertThat(last().data()).isEqualTo(view().links().get(0));
  }

  @Test
  void tellsALinkedCallWithWhatFollowedIt() {
    IncidentStory other = IncidentStory.opened("i2", NOW).called("13900001111");
    story.add(
        new CallLinked(
            other.incident().calls().get(0),
            List.of(other.fix(TestCenter.WANGCHENGPO, FixSource.LINK)),
            List.of(),
            List.of(),
            other.incident().id(),
            null,
            false),
        null);

    EventData.Linked data = (EventData.Linked) last().data();
    assertThat(data.call()).isEqualTo(view().calls().get(0));
    assertThat(data.fixes()).isEqualTo(view().fixes());
    assertThat(data.from()).isEqualTo(other.incident().id());
  }

  @Test
  void tellsARestoredIncidentWithWhatCameBackToIt() {
    CallId call = new CallId("c1");
    Message message = new Message("m1", MessageSender.CALLER, new Personal("我在北门"), NOW, null);
    story.add(
        new IncidentRestored(
            new IncidentId("i2"),
            call,
            List.of(story.fix(TestCenter.WANGCHENGPO, FixSource.LINK)),
            List.of(new LocatorLink("link", call, NOW, NOW.plusSeconds(60), "log")),
            List.of(message),
            List.of(Patient.unknown(new PatientId("p2")))),
        null);

    EventData.Restored data = (EventData.Restored) last().data();
    assertThat(data.fixes()).isEqualTo(view().fixes());
    assertThat(data.links()).isEqualTo(view().links());
    assertThat(data.messages()).isEqualTo(view().messages());
    assertThat(data.patients()).containsExactly(view().patients().get(1));
  }

  @Test
  void tellsEveryOtherEventByItsOwnFields() {
    story.assigned("A01").reached("A01", Milestone.ON_SCENE);

    assertThat(last().type()).isEqualTo("unit_on_scene");
    assertThat(last().data()).isEqualTo(story.lastEntry().event());
  }

  private IncidentView view() {
    return IncidentViews.of(story.incident(), NOW);
  }
}
