package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.LinkStore;
import io.dispatch120.dispatch.journal.LinkStore.Link;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Serves the person behind a location-sharing link: each request begins with the token and ends at
 * its incident.
 */
final class CallerDesk {
  private final DispatchNode node;
  private final LinkStore links;
  private final IncidentStore incidents;

  CallerDesk(DispatchNode node, LinkStore links, IncidentStore incidents) {
    this.node = node;
    this.links = links;
    this.incidents = incidents;
  }

  Future<Optional<LocatorView>> find(String token) {
    return links
        .findLink(LocatorTokens.hash(token))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : incident(found.get())
                        .map(incident -> incident.map(i -> view(found.get(), i))));
  }

  Future<Optional<Reply<LocatorView>>> reportLocation(
      String token, RequestKey key, LocationReport report) {
    return command(
        token, key, link -> new Command.ReportLocation(link.incidentId(), report, link.callId()));
  }

  Future<Optional<Reply<LocatorView>>> answerPresence(
      String token, RequestKey key, CallerWithPatient answer) {
    return command(
        token,
        key,
        link ->
            new Command.ChangeDetails(
                link.incidentId(), null, null, null, null, null, null, answer));
  }

  Future<Optional<Reply<LocatorView>>> postMessage(String token, RequestKey key, Personal text) {
    return command(
        token,
        key,
        link ->
            new Command.SendMessage(link.incidentId(), MessageSender.CALLER, text, link.callId()));
  }

  Future<Optional<StreamHandle>> open(String token, OptionalLong since, FrameSink sink) {
    return links
        .findLink(LocatorTokens.hash(token))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : incident(found.get())
                        .compose(incident -> open(found.get(), incident, since, sink)));
  }

  private Future<Optional<StreamHandle>> open(
      Link link, Optional<Incident> incident, OptionalLong since, FrameSink sink) {
    return incident.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : center(link)
            .streams()
            .openCaller(incident.get(), link.linkId(), since, sink)
            .map(Optional::of);
  }

  private Future<Optional<Reply<LocatorView>>> command(
      String token, RequestKey key, Function<Link, Command> command) {
    return links
        .findLink(LocatorTokens.hash(token))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : node.execute(
                            new CommandRequest(
                                key.commandId(),
                                key.fingerprint(),
                                found.get().center(),
                                Actor.caller(),
                                null,
                                command.apply(found.get())))
                        .map(result -> Optional.of(reply(found.get(), result))));
  }

  private Reply<LocatorView> reply(Link link, CommandResult result) {
    return Replies.of(result, done -> done.incident().map(incident -> view(link, incident)));
  }

  private LocatorView view(Link link, Incident incident) {
    return center(link).callerPicture(incident, link.linkId());
  }

  private Future<Optional<Incident>> incident(Link link) {
    Optional<Incident> atHand = center(link).board().findIncident(link.incidentId());
    return atHand.isPresent()
        ? Future.succeededFuture(atHand)
        : incidents.find(link.center(), link.incidentId());
  }

  private CenterNode center(Link link) {
    return node.getCenter(link.center());
  }
}
