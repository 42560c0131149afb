package io.dispatch120.dispatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Pages;
import io.dispatch120.dispatch.node.QuietCenter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerDeskTest {
  private static final HospitalId HOSPITAL = new HospitalId("h1");

  private final QuietCenter center = new QuietCenter();
  private final AnswerDesk desk =
      new AnswerDesk(
          center.node,
          center.storage.pages(),
          center.storage.incidents(),
          new EcgIntake(
              null,
              center.node,
              center.storage.incidents(),
              center.node,
              Runnable::run,
              center.time),
          center.time);
  private final Incident opened = center.does(QuietCenter.call(true)).incident().orElseThrow();
  private final PatientId patient = opened.patients().get(0).id();

  private <T> T settled(Future<T> future) {
    center.settle();
    assertThat(future.succeeded()).as("%s", future).isTrue();
    return future.result();
  }

  private Incident state() {
    return center.storage.incidents().find(QuietCenter.CENTER, opened.id()).result().orElseThrow();
  }

  /** Warns the hospital; gives the token of its first level. */
  private String warned() {
    center.does(new Command.SendPreAlert(patient, HOSPITAL, PreAlertKind.STROKE, null, null, null));
    center.settle();
    return token(0);
  }

  private String token(int level) {
    PreAlert preAlert = state().preAlerts().get(0);
    String page = Pages.id(preAlert.escalations().get(level).id(), 0);
    return center.storage.tokens().token(Pages.linkId(page));
  }

  private static RequestKey key() {
    return new RequestKey(UUID.randomUUID(), "body");
  }

  private Reply<PagedView> answer(String token, RequestKey key, EscalationAnswer answer) {
    return settled(desk.answer(token, key, answer, new Personal("台上有手术"))).orElseThrow();
  }

  @Test
  void showsWhatTheDoctorNeedsAndNothingOfTheCaller() throws Exception {
    String token = warned();
    long before = state().revision();
    PagedView view = settled(desk.find(token)).orElseThrow();

    assertThat(view.state()).isEqualTo(PreAlertState.WAITING);
    assertThat(view.hospital()).isEqualTo("湘雅三医院");
    assertThat(view.contact()).isEqualTo("介入值班医师");
    assertThat(view.etaSeconds()).isPositive();
    assertThat(view.departed()).isFalse();
    assertThat(Json.wire().writeValueAsString(view)).doesNotContain("13800001234", "13911112222");
    assertThat(state().revision()).as("looking changes nothing").isEqualTo(before);
    assertThat(settled(desk.find("guess"))).isEmpty();
    assertThat(settled(desk.content(token, new EcgId("e1")))).isEmpty();
  }

  @Test
  void anAnswerCountsAsTheRolesThatWasPagedAndOnce() {
    String token = warned();
    RequestKey key = key();
    Reply<PagedView> first = answer(token, key, EscalationAnswer.ACCEPTED);
    Reply<PagedView> again = answer(token, key, EscalationAnswer.ACCEPTED);

    PagedView view = ((Reply.Ok<PagedView>) first).value();
    assertThat(view.state()).isEqualTo(PreAlertState.ACCEPTED);
    assertThat(view.answeredBy()).isEqualTo("介入值班医师");
    assertThat(view.answeredHere()).isTrue();
    assertThat(((Reply.Ok<PagedView>) again).replayed()).isTrue();
    assertThat(state().preAlerts().get(0).findAnswer().orElseThrow().source())
        .isEqualTo(MilestoneSource.LINK);
    List<JournalEntry> entries =
        center.storage.incidents().listEntries(QuietCenter.CENTER, opened.id()).result();
    assertThat(entries)
        .filteredOn(e -> e.event().type().equals("pre_alert_answered"))
        .singleElement()
        .satisfies(e -> assertThat(e.actor()).isEqualTo(Actor.pagedDoctor()));
  }

  @Test
  void whoComesSecondIsToldWhoWasFirst() {
    String first = warned();
    center.time.pass(Duration.ofSeconds(61));
    center.settle();
    String second = token(1);
    answer(second, key(), EscalationAnswer.CANNOT_ACCEPT);

    Reply<PagedView> late = answer(first, key(), EscalationAnswer.ACCEPTED);
    assertThat(((Reply.No<PagedView>) late).refusal().code())
        .isEqualTo(RefusalCode.ALREADY_ANSWERED);
    assertThat(((Reply.No<PagedView>) late).refusal().detail()).contains("科主任", "cannot_accept");
    PagedView view = settled(desk.find(first)).orElseThrow();
    assertThat(view.answeredBy()).isEqualTo("科主任");
    assertThat(view.answeredHere()).isFalse();
    assertThat(settled(desk.find(second)).orElseThrow().answeredHere()).isTrue();
  }

  @Test
  void ofAPreAlertThatWasCalledOffNothingOfThePatientIsLeft() {
    String token = warned();
    center.does(new Command.CancelPreAlert(patient, HOSPITAL, new Personal("改送")));
    PagedView view = settled(desk.find(token)).orElseThrow();

    assertThat(view.state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(view.etaSeconds()).isNull();
    assertThat(view.sex()).isNull();
    assertThat(view.vitals()).isNull();
    Reply<PagedView> late = answer(token, key(), EscalationAnswer.ACCEPTED);
    assertThat(((Reply.No<PagedView>) late).refusal().code())
        .isEqualTo(RefusalCode.ESCALATION_CANCELLED);
  }

  @Test
  void noLinkOfACallerOpensIt() {
    warned();
    String caller = center.storage.tokens().token(opened.links().get(0).id());
    assertThat(settled(desk.find(caller))).isEmpty();
  }
}
