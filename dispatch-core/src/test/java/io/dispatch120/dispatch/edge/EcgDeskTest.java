package io.dispatch120.dispatch.edge;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.memory.InMemoryEcgStore;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may look at an ECG on a crew's phone. */
class EcgDeskTest {
  private static final SessionUser CREW = crew("a01", 1);
  private static final SessionUser OTHER = crew("a02", 2);

  private final QuietCenter center = new QuietCenter();
  private final EcgDesk desk =
      new EcgDesk(
          center.node,
          new EcgIntake(
              new InMemoryEcgStore(center.time::instant),
              center.node,
              center.storage.incidents(),
              center.node,
              Runnable::run,
              center.time));
  private final Incident incident = center.does(QuietCenter.call(false)).incident().orElseThrow();
  private final PatientId patient = incident.patients().get(0).id();

  private static SessionUser crew(String name, int unit) {
    return new SessionUser(name, Role.CREW, CENTER, unit(unit), null, null);
  }

  private <T> Reply<T> settled(Future<Reply<T>> future) {
    center.settle();
    assertThat(future.succeeded()).as("%s", future).isTrue();
    return future.result();
  }

  private static void notFound(Reply<?> reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.No.class, no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  private EcgId sent() throws IOException {
    center.does(assign(incident.id(), 1));
    center.does(new Command.OpenChestPain(patient, null, MilestoneSource.CREW));
    byte[] file = EcgDeskTest.class.getResourceAsStream("/ecg/stemi-anterior.scp").readAllBytes();
    Reply<CrewAssignmentView> stored = settled(desk.store(CREW, patient, null, null, file));
    CrewAssignmentView view = ((Reply.Ok<CrewAssignmentView>) stored).value();
    return view.cases().get(0).ecgs().get(0).id();
  }

  @Test
  void aCrewSeesTheFileAndTheSamplesOfItsOwnPatient() throws IOException {
    EcgId ecg = sent();
    assertThat(settled(desk.read(CREW, patient, ecg)))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(((EcgContentView) ok.value()).content()).isNotEmpty());
    assertThat(settled(desk.readWaveform(CREW, patient, ecg)))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(((EcgWaveformView) ok.value()).leads()).hasSize(12));
  }

  @Test
  void forACrewThatWasNotSentTheyDoNotExist() throws IOException {
    EcgId ecg = sent();
    notFound(settled(desk.read(OTHER, patient, ecg)));
    notFound(settled(desk.readWaveform(OTHER, patient, ecg)));
    notFound(settled(desk.readWaveform(CREW, new PatientId("nobody"), ecg)));
    notFound(settled(desk.readWaveform(CREW, patient, new EcgId("none"))));
  }

  @Test
  void forACrewThatTurnedBackTheyDoNotExistAnyMore() throws IOException {
    EcgId ecg = sent();
    Incident asked = center.does(assign(incident.id(), 2)).incident().orElseThrow();
    AssignmentId declined = asked.assignments().get(asked.assignments().size() - 1).id();
    assertThat(settled(desk.readWaveform(OTHER, patient, ecg))).isInstanceOf(Reply.Ok.class);
    center.does(new Command.DeclineAssignment(declined, new Personal("flat tyre")));
    notFound(settled(desk.readWaveform(OTHER, patient, ecg)));
  }

  @Test
  void oneThatWasWithdrawnIsNotShownAnyMore() throws IOException {
    EcgId ecg = sent();
    settled(
        desk.withdraw(
            CREW,
            new RequestKey(UUID.randomUUID(), "body"),
            new Command.WithdrawEcg(patient, ecg, new Personal("another patient's"))));
    assertThat(settled(desk.readWaveform(CREW, patient, ecg)))
        .isInstanceOfSatisfying(
            Reply.No.class,
            no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.ECG_WITHDRAWN));
  }
}
