package io.dispatch120.dispatch.edge;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.dispatch.stream.RecordingSink;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LocalDispatchApiTest {
  private static final SessionUser CREW =
      new SessionUser("a01", Role.CREW, CENTER, unit(1), null, null);

  private final QuietCenter center = new QuietCenter();
  private final CrewDesk crews = new CrewDesk(center.node);
  private final CallerDesk callers =
      new CallerDesk(center.node, center.storage.links(), center.storage.incidents());

  private <T> T settled(Future<T> future) {
    center.settle();
    assertThat(future.succeeded()).as("%s", future).isTrue();
    return future.result();
  }

  private AssignmentId cancelledInAClosedIncident(IncidentId incident) {
    AssignmentId id =
        center.does(assign(incident, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.CancelAssignment(id, new Personal("hoax")));
    center.does(new Command.CloseIncident(incident, Outcome.FALSE_CALL, null));
    return id;
  }

  private Incident stored(IncidentId id) {
    return center.storage.incidents().find(CENTER, id).result().orElseThrow();
  }

  @Test
  void aCancelledCrewConfirmsEvenWhenTheIncidentIsClosed() {
    IncidentId incident = center.opened();
    AssignmentId id = cancelledInAClosedIncident(incident);
    assertThat(stored(incident).findAssignment(id).orElseThrow().noticePending()).isTrue();

    settled(crews.confirmDelivery(CREW, center.center().board().seq()));

    assertThat(stored(incident).findAssignment(id).orElseThrow().noticePending()).isFalse();
  }

  @Test
  void aConfirmationOfWhatThisNodeHasNotHeardOfYetIsNotLost() {
    IncidentId incident = center.opened();
    AssignmentId id = cancelledInAClosedIncident(incident);
    QuietCenter behind = center.peer();
    IncidentId next = center.opened();
    AssignmentId second =
        center.does(assign(next, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.CancelAssignment(second, new Personal("nearer unit")));
    long heard = center.center().board().seq();

    settled(new CrewDesk(behind.node).confirmDelivery(CREW, heard));

    assertThat(stored(next).findAssignment(second).orElseThrow().noticePending()).isFalse();
    assertThat(id).isNotEqualTo(second);
  }

  @Test
  void aConfirmationOfTheFarFutureDisturbsNobody() {
    settled(crews.confirmDelivery(CREW, Long.MAX_VALUE));

    assertThat(center.opened()).isNotNull();
  }

  @Test
  void aCrewIsConnectedWhileItsSocketIsOpen() {
    StreamHandle stream = settled(crews.open(CREW, OptionalLong.empty(), new RecordingSink()));
    center.settle();
    assertThat(center.center().fleet().crewLink(unit(1))).isEqualTo(CrewLink.CONNECTED);

    stream.close();
    stream.close();
    center.settle();

    assertThat(center.center().fleet().crewLink(unit(1))).isEqualTo(CrewLink.BACKGROUND);
  }

  @Test
  void aLinkOpensItsIncidentAndAGuessNothing() {
    Incident incident = center.does(QuietCenter.call(true)).incident().orElseThrow();
    String token = center.storage.tokens().token(incident.links().get(0).id());

    assertThat(settled(callers.find(token)).orElseThrow().seq()).isEqualTo(incident.revision());
    assertThat(settled(callers.find("guess"))).isEqualTo(Optional.empty());
    assertThat(settled(callers.open("guess", OptionalLong.empty(), new RecordingSink()))).isEmpty();
  }

  @Test
  void aCallersAnswerIsJournaledAsTheCallersAndHasItsEffectOnce() {
    Incident incident = center.does(QuietCenter.call(true)).incident().orElseThrow();
    String token = center.storage.tokens().token(incident.links().get(0).id());
    RequestKey key = new RequestKey(UUID.randomUUID(), "body");

    var first = settled(callers.answerPresence(token, key, CallerWithPatient.NO)).orElseThrow();
    var again = settled(callers.answerPresence(token, key, CallerWithPatient.NO)).orElseThrow();

    assertThat(first).isInstanceOf(Reply.Ok.class);
    assertThat(((Reply.Ok<LocatorView>) first).value().callerWithPatient())
        .isEqualTo(CallerWithPatient.NO);
    assertThat(((Reply.Ok<LocatorView>) again).replayed()).isTrue();
    List<JournalEntry> entries =
        center.storage.incidents().listEntries(CENTER, incident.id()).result();
    assertThat(entries.get(entries.size() - 1).event().type())
        .isEqualTo("incident_details_changed");
    assertThat(entries.get(entries.size() - 1).actor()).isEqualTo(Actor.caller());
    assertThat(settled(callers.answerPresence("guess", key, CallerWithPatient.NO))).isEmpty();
  }

  @Test
  void aCrewDeclaresItsOwnUnitOnly() {
    CrewUnitView before = settled(crews.findUnit(CREW)).orElseThrow();
    assertThat(before.availability()).isEqualTo(Availability.AVAILABLE);
    assertThat(before.stationName()).isNotBlank();

    Reply<CrewUnitView> reply = settled(crews.declare(CREW, key(), wash(1)));

    CrewUnitView after = ((Reply.Ok<CrewUnitView>) reply).value();
    assertThat(after.availability()).isEqualTo(Availability.OUT_OF_SERVICE);
    assertThat(after.reason()).isEqualTo("洗消");
    assertThat(settled(crews.findUnit(CREW))).contains(after);
    assertThat(settled(crews.declare(CREW, key(), wash(2))))
        .isInstanceOfSatisfying(
            Reply.No.class, no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  private static Command.SetAvailability wash(int unit) {
    return new Command.SetAvailability(unit(unit), Duty.OUT_OF_SERVICE, "洗消", null);
  }

  private static RequestKey key() {
    return new RequestKey(UUID.randomUUID(), "body");
  }

  @Test
  void aCrewWritesToTheDispatchCentreAboutItsOwnAssignmentOnly() {
    IncidentId incident = center.opened();
    AssignmentId id =
        center.does(assign(incident, 1)).incident().orElseThrow().assignments().get(0).id();
    Command.SendCrewMessage words = new Command.SendCrewMessage(id, new Personal("需要担架"));

    Reply<CrewAssignmentView> reply = settled(crews.execute(CREW, key(), words));

    assertThat(((Reply.Ok<CrewAssignmentView>) reply).value().messages())
        .singleElement()
        .satisfies(message -> assertThat(message.from()).isEqualTo(MessageSender.CREW));
    SessionUser other = new SessionUser("a02", Role.CREW, CENTER, unit(2), null, null);
    assertThat(settled(crews.execute(other, key(), words)))
        .isInstanceOfSatisfying(
            Reply.No.class, no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.NOT_FOUND));
    assertThat(stored(incident).messages()).hasSize(1);
  }

  @Test
  void aCrewSeesItsOwnAssignmentOnly() {
    IncidentId incident = center.opened();
    center.does(assign(incident, 2));
    assertThat(settled(crews.findAssignment(CREW))).isEmpty();

    center.does(assign(incident, 1));

    assertThat(settled(crews.findAssignment(CREW)).orElseThrow().otherUnits())
        .containsExactly(unit(2));
  }

  @Test
  void aCrewTreatsThePatientsOfItsOwnIncidentsOnlyAlsoAfterItsAssignment() {
    Incident incident = center.does(QuietCenter.call(false)).incident().orElseThrow();
    PatientId patient = incident.patients().get(0).id();
    Command.OpenChestPain open = new Command.OpenChestPain(patient, null, MilestoneSource.CREW);
    Command.ChangePatient change =
        new Command.ChangePatient(
            patient, new PatientDetails(null, Sex.MALE, 61, null, null, null));
    for (Command.OfPatient command : List.of(open, change)) {
      assertThat(settled(crews.execute(CREW, key(), command)))
          .isInstanceOfSatisfying(
              Reply.No.class,
              no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.NOT_FOUND));
    }
    AssignmentId id =
        center.does(assign(incident.id(), 1)).incident().orElseThrow().assignments().get(0).id();

    CrewAssignmentView opened = ok(crews.execute(CREW, key(), open));
    CrewAssignmentView changed = ok(crews.execute(CREW, key(), change));

    assertThat(opened.cases()).hasSize(1);
    assertThat(opened.hospitals()).isNotEmpty();
    assertThat(changed.patients().get(0).ageYears()).isEqualTo(61);
    center.does(new Command.CancelAssignment(id, new Personal("nearer unit")));
    CrewAssignmentView late =
        ok(
            crews.execute(
                CREW,
                key(),
                new Command.RecordDiagnosis(
                    patient, Diagnosis.NSTEMI, MilestoneSource.CREW, null, null, null)));
    assertThat(late.cases().get(0).diagnosis()).isEqualTo(Diagnosis.NSTEMI);
  }

  private CrewAssignmentView ok(Future<Reply<CrewAssignmentView>> reply) {
    return ((Reply.Ok<CrewAssignmentView>) settled(reply)).value();
  }
}
