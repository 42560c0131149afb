package io.dispatch120.dispatch.edge;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.dispatch.stream.RecordingSink;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalLong;
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
  void aCrewSeesItsOwnAssignmentOnly() {
    IncidentId incident = center.opened();
    center.does(assign(incident, 2));
    assertThat(settled(crews.findAssignment(CREW))).isEmpty();

    center.does(assign(incident, 1));

    assertThat(settled(crews.findAssignment(CREW)).orElseThrow().otherUnits())
        .containsExactly(unit(2));
  }
}
