package io.dispatch120.dispatch.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.command.SmsPort.NotSent;
import io.dispatch120.dispatch.command.SmsPort.Sms;
import io.dispatch120.dispatch.command.TextMessages;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.Escalation.Page;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Pages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Text messages to hospitals, on one node and on two that share a journal. */
class PagingTest {
  private static final HospitalId HOSPITAL = new HospitalId("h1");

  private final QuietCenter center = new QuietCenter();
  private final IncidentId incident = center.opened();
  private final PatientId patient = state().patients().get(0).id();

  private Incident state() {
    return center.storage.incidents().find(QuietCenter.CENTER, incident).result().orElseThrow();
  }

  private void warn(QuietCenter at) {
    at.does(new Command.SendPreAlert(patient, HOSPITAL, PreAlertKind.STROKE, null, null, null));
    at.settle();
  }

  private PreAlert preAlert() {
    return state().preAlerts().get(0);
  }

  private Escalation level(int index) {
    return preAlert().escalations().get(index);
  }

  private Page page() {
    return level(0).pages().get(0);
  }

  private long entries(String type) {
    List<JournalEntry> all =
        center.storage.incidents().listEntries(QuietCenter.CENTER, incident).result();
    return all.stream().filter(e -> e.event().type().equals(type)).count();
  }

  private void pass(long seconds) {
    center.time.pass(Duration.ofSeconds(seconds));
    center.settle();
  }

  private static Supplier<Future<Void>> fails(boolean lasting) {
    return () -> Future.failedFuture(new NotSent("the gateway answered 5xx", lasting));
  }

  @Test
  void pagesRightAfterTheCommitWithoutAWordAboutWhoThePatientIs() {
    warn(center);

    assertThat(center.texts.sent).hasSize(1);
    Sms sms = center.texts.sent.get(0);
    String id = Pages.id(level(0).id(), 0);
    assertThat(sms.to()).isEqualTo(new Personal("13911112222"));
    assertThat(sms.id()).isEqualTo(Pages.messageId(QuietCenter.CENTER, id));
    assertThat(sms.text())
        .contains("卒中", "湘雅三医院", "车程约")
        .endsWith(TextMessages.URL + "/e/" + center.storage.tokens().token(Pages.linkId(id)))
        .doesNotContain("13800001234");
    assertThat(page().state()).isEqualTo(PageState.DELIVERED);
    pass(50);
    assertThat(center.texts.sent).hasSize(1);
    assertThat(entries("page_delivered")).isEqualTo(1);
  }

  @Test
  void triesAgainAfterTwoFiveAndFifteenSecondsUnderTheSameId() {
    for (int i = 0; i < 3; i++) {
      center.texts.ends.add(fails(false));
    }
    warn(center);
    assertThat(center.texts.sent).hasSize(1);
    pass(1);
    assertThat(center.texts.sent).hasSize(1);
    pass(2);
    assertThat(center.texts.sent).hasSize(2);
    pass(3);
    assertThat(center.texts.sent).hasSize(2);
    pass(3);
    assertThat(center.texts.sent).hasSize(3);
    pass(12);
    assertThat(center.texts.sent).hasSize(3);
    assertThat(page().state()).isEqualTo(PageState.WAITING);
    pass(3);
    assertThat(center.texts.sent).hasSize(4);
    assertThat(center.texts.sent).extracting(Sms::id).containsOnly(center.texts.sent.get(0).id());
    assertThat(page().state()).isEqualTo(PageState.DELIVERED);
  }

  @Test
  void givesUpAtOnceWhatFailsForGoodAndRaisesAnAlert() {
    center.texts.ends.add(fails(true));
    warn(center);

    assertThat(page().state()).isEqualTo(PageState.FAILED);
    assertThat(page().problem()).isEqualTo("the gateway answered 5xx");
    assertThat(state().alerts()).anyMatch(a -> a.kind().name().equals("PAGE_FAILED"));
    pass(30);
    assertThat(center.texts.sent).hasSize(1);
  }

  @Test
  void triesOnceMoreWhenTheDeadlineEndsAndThenSaysThatItFailed() {
    for (int i = 0; i < 20; i++) {
      center.texts.ends.add(fails(false));
    }
    warn(center);
    pass(59);
    assertThat(page().state()).isEqualTo(PageState.WAITING);
    pass(2);
    assertThat(page().state()).isEqualTo(PageState.FAILED);
    assertThat(entries("page_failed")).isEqualTo(1);
  }

  @Test
  void doesNotSendWhatWasAnsweredMeanwhile() {
    center.texts.ends.add(fails(false));
    warn(center);
    center.does(
        new Command.AnswerEscalation(
            level(0).id(), EscalationAnswer.ACCEPTED, null, null, MilestoneSource.HOSPITAL));
    pass(120);

    assertThat(center.texts.sent).hasSize(1);
    assertThat(page().state()).isEqualTo(PageState.DROPPED);
  }

  @Test
  void pagesTheNextLevelWhenNobodyAnswers() {
    warn(center);
    pass(61);

    assertThat(center.texts.sent)
        .extracting(Sms::to)
        .containsExactly(new Personal("13911112222"), new Personal("13933334444"));
  }

  @Test
  void sendsNothingWhileItIsNotKnownWhereLinksLead() {
    center.texts.ready = false;
    warn(center);
    pass(5);
    assertThat(center.texts.sent).isEmpty();
    center.texts.ready = true;
    pass(1);
    assertThat(center.texts.sent).hasSize(1);
  }

  @Test
  void anotherNodeSendsAgainAfterTheLeaseWhatADeadOneHadTakenAndItIsSettledOnce() {
    Promise<Void> hanging = Promise.promise();
    center.texts.ends.add(hanging::future);
    warn(center);
    assertThat(center.texts.sent).hasSize(1);
    center.loop.kill();
    QuietCenter other = center.peer();
    pass(13);
    assertThat(other.texts.sent).as("within the lease it belongs to the dead node").isEmpty();
    pass(3);

    assertThat(other.texts.sent).hasSize(1);
    assertThat(other.texts.sent.get(0).id()).isEqualTo(center.texts.sent.get(0).id());
    assertThat(page().state()).isEqualTo(PageState.DELIVERED);
    hanging.complete();
    pass(40);
    assertThat(entries("page_delivered")).isEqualTo(1);
    assertThat(other.texts.sent).hasSize(1);
  }
}
