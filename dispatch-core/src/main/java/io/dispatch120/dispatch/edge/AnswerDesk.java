package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.command.Arrivals.Arrival;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.command.EcgIntake.Sender;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.PageStore;
import io.dispatch120.dispatch.journal.PageStore.Recipient;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.view.PagedViews;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Serves whoever opens the link of a text message to a hospital: each request begins with the token
 * and ends at its level of the ladder.
 */
final class AnswerDesk {
  private final DispatchNode node;
  private final PageStore pages;
  private final IncidentStore incidents;
  private final EcgIntake ecgs;
  private final InstantSource clock;

  AnswerDesk(
      DispatchNode node,
      PageStore pages,
      IncidentStore incidents,
      EcgIntake ecgs,
      InstantSource clock) {
    this.node = node;
    this.pages = pages;
    this.incidents = incidents;
    this.ecgs = ecgs;
    this.clock = clock;
  }

  Future<Optional<PagedView>> find(String token) {
    return behind(token, (recipient, incident) -> view(recipient, incident))
        .map(found -> found.flatMap(view -> view));
  }

  /** The answer counts as the role's that was paged. */
  Future<Optional<Reply<PagedView>>> answer(
      String token, RequestKey key, EscalationAnswer answer, @Nullable Personal reason) {
    return behind(
            token,
            (recipient, incident) ->
                role(recipient, incident)
                    .map(
                        role ->
                            node.execute(
                                    new CommandRequest(
                                        key.commandId(),
                                        key.fingerprint(),
                                        recipient.center(),
                                        Actor.pagedDoctor(),
                                        null,
                                        new Command.AnswerEscalation(
                                            recipient.escalationId(),
                                            answer,
                                            reason,
                                            role,
                                            MilestoneSource.LINK)))
                                .map(
                                    result ->
                                        Replies.of(
                                            result,
                                            done ->
                                                done.incident().flatMap(i -> view(recipient, i))))))
        .compose(
            asked -> {
              Optional<Future<Reply<PagedView>>> reply = asked.flatMap(r -> r);
              return reply.isEmpty()
                  ? Future.succeededFuture(Optional.empty())
                  : reply.get().map(Optional::of);
            });
  }

  Future<Optional<EcgContentView>> content(String token, EcgId ecg) {
    return ofEcg(
        token, ecg, (sender, patient) -> ecgs.read(sender, patient, ecg).map(AnswerDesk::value));
  }

  Future<Optional<EcgWaveformView>> waveform(String token, EcgId ecg) {
    return ofEcg(
        token,
        ecg,
        (sender, patient) -> ecgs.readWaveform(sender, patient, ecg).map(AnswerDesk::value));
  }

  private static <T> Optional<T> value(Reply<T> reply) {
    return reply instanceof Reply.Ok<T> ok ? Optional.of(ok.value()) : Optional.empty();
  }

  private interface Read<T> {
    Future<Optional<T>> of(Sender sender, PatientId patient);
  }

  /** Only what the view of this link shows. */
  private <T> Future<Optional<T>> ofEcg(String token, EcgId ecg, Read<T> read) {
    return behind(
            token,
            (recipient, incident) ->
                incident
                    .findPreAlert(recipient.escalationId())
                    .filter(p -> shows(recipient, incident, ecg))
                    .map(p -> read.of(doctor(recipient), p.patientId())))
        .compose(
            found -> {
              Optional<Future<Optional<T>>> content = found.flatMap(r -> r);
              return content.orElseGet(() -> Future.succeededFuture(Optional.empty()));
            });
  }

  private boolean shows(Recipient recipient, Incident incident, EcgId ecg) {
    return view(recipient, incident).stream()
        .flatMap(v -> v.ecgs().stream())
        .anyMatch(e -> e.id().equals(ecg));
  }

  private static Sender doctor(Recipient recipient) {
    return new Sender(recipient.center(), Actor.pagedDoctor(), null, MilestoneSource.LINK);
  }

  private <T> Future<Optional<T>> behind(String token, BiFunction<Recipient, Incident, T> then) {
    return pages
        .findRecipient(LocatorTokens.hash(token))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : incident(found.get())
                        .map(incident -> incident.map(i -> then.apply(found.get(), i))));
  }

  private Future<Optional<Incident>> incident(Recipient recipient) {
    Optional<Incident> atHand =
        center(recipient)
            .board()
            .findIdByEscalation(recipient.escalationId())
            .flatMap(center(recipient).board()::findIncident)
            .filter(i -> i.findPreAlert(recipient.escalationId()).isPresent());
    return atHand.isPresent()
        ? Future.succeededFuture(atHand)
        : incidents.find(recipient.center(), recipient.incidentId());
  }

  private static Optional<String> role(Recipient recipient, Incident incident) {
    return incident
        .findPreAlert(recipient.escalationId())
        .flatMap(p -> p.find(recipient.escalationId()))
        .map(e -> e.rung().recipients().get(recipient.recipient()).role());
  }

  private Optional<PagedView> view(Recipient recipient, Incident incident) {
    Optional<PreAlert> preAlert = incident.findPreAlert(recipient.escalationId());
    if (preAlert.isEmpty()) {
      return Optional.empty();
    }
    CenterNode center = center(recipient);
    Optional<Arrival> arrival =
        preAlert
            .filter(PreAlert::stands)
            .flatMap(p -> center.arrivals().find(incident, p.patientId(), p.hospitalId()));
    String hospital =
        center.board().catalogue().hospitals().stream()
            .filter(h -> h.id().equals(preAlert.get().hospitalId()))
            .findFirst()
            .map(h -> h.name())
            .orElse(preAlert.get().hospitalId().value());
    return PagedViews.of(
        incident,
        recipient.escalationId(),
        recipient.recipient(),
        hospital,
        arrival.map(a -> Math.round(a.seconds())).orElse(null),
        arrival.filter(Arrival::departed).isPresent(),
        clock.instant());
  }

  private CenterNode center(Recipient recipient) {
    return node.getCenter(recipient.center());
  }
}
