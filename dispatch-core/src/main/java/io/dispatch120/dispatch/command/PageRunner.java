package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.command.SmsPort.NotSent;
import io.dispatch120.dispatch.command.SmsPort.Sms;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.PageStore.Claim;
import io.dispatch120.dispatch.journal.Pages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the text messages to hospitals that wait. Every node looks; the store gives each message to
 * one of them for a while. What that node does not settle, because it died or the database was
 * away, is sent again after that by whichever is first, under the same message id; the outcome is
 * settled once, because its command's id is derived from it. Used on the loop.
 */
public final class PageRunner {
  /** How often it looks by itself. */
  public static final Duration PERIOD = Duration.ofMillis(250);

  /** More than a channel and the settling may take; a dead node's messages wait that long. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** Between attempts; the last one again and again until the deadline of the level. */
  private static final List<Duration> BACK_OFF =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15));

  /** Messages of a centre under way at a time: a disaster's, and still kind to a gateway. */
  private static final int LIMIT = 32;

  /** Sent and not settled, because the database is away; beyond, the oldest is sent twice. */
  private static final int MOST_UNSETTLED = 1_000;

  private final Board board;
  private final PagedIncidents incidents;
  private final CommandService commands;
  private final Arrivals arrivals;
  private final Paging paging;
  private final Loop loop;
  private final InstantSource clock;
  private final Consumer<Throwable> faults;
  private final Set<String> underWay = new HashSet<>();
  private final LinkedHashSet<String> sent = new LinkedHashSet<>();
  private boolean asking;
  private boolean askAgain;

  /**
   * @param incidents finds what a message is about
   * @param clock database time
   * @param faults told what went wrong; the message stays due and is tried again
   */
  public PageRunner(
      Board board,
      PagedIncidents incidents,
      CommandService commands,
      Arrivals arrivals,
      Paging paging,
      Loop loop,
      InstantSource clock,
      Consumer<Throwable> faults) {
    this.board = board;
    this.incidents = incidents;
    this.commands = commands;
    this.arrivals = arrivals;
    this.paging = paging;
    this.loop = loop;
    this.clock = clock;
    this.faults = faults;
  }

  /** Takes what is due and sends it; looks once more afterwards when called meanwhile. */
  public void run() {
    if (asking) {
      askAgain = true;
      return;
    }
    int room = LIMIT - underWay.size();
    Optional<String> url = paging.publicUrl().get();
    if (room <= 0 || url.isEmpty()) {
      return;
    }
    asking = true;
    paging
        .pages()
        .claim(board.center(), room, LEASE)
        .onComplete(
            claims ->
                loop.execute(
                    () -> {
                      asking = false;
                      if (claims.succeeded()) {
                        claims.result().forEach(claim -> take(claim, url.get()));
                      } else {
                        faults.accept(claims.cause());
                      }
                      if (askAgain) {
                        askAgain = false;
                        run();
                      }
                    }));
  }

  private void take(Claim claim, String url) {
    if (!underWay.add(claim.id())) {
      return;
    }
    Future<Void> done =
        sent.contains(claim.id())
            ? settle(claim, null)
            : incidents
                .find(claim.incidentId(), claim.escalationId())
                .compose(this::onLoop)
                .compose(found -> page(claim, found, url));
    done.onFailure(faults::accept)
        .onComplete(end -> loop.execute(() -> underWay.remove(claim.id())));
  }

  private Future<Void> page(Claim claim, Optional<Incident> incident, String url) {
    Optional<PreAlert> preAlert = incident.flatMap(i -> i.findPreAlert(claim.escalationId()));
    Optional<Escalation> escalation = preAlert.flatMap(p -> p.find(claim.escalationId()));
    if (incident.isEmpty() || preAlert.isEmpty() || escalation.isEmpty()) {
      return Future.failedFuture(
          new IllegalStateException("nothing is known of what page " + claim.id() + " is about"));
    }
    boolean waits =
        escalation.get().pages().stream()
            .anyMatch(p -> p.recipient() == claim.recipient() && p.state() == PageState.WAITING);
    if (!waits) {
      // Answered or called off since it was taken: its row says so too by now.
      return Future.succeededFuture();
    }
    Personal phone = escalation.get().rung().recipients().get(claim.recipient()).phone();
    if (phone == null) {
      return settle(claim, "no phone number is known");
    }
    Sms sms =
        new Sms(
            Pages.messageId(board.center(), claim.id()),
            phone,
            text(claim, incident.get(), preAlert.get(), url));
    return paging.sms().send(sms).transform(end -> ended(claim, escalation.get(), end.cause()));
  }

  private String text(Claim claim, Incident incident, PreAlert preAlert, String url) {
    String hospital =
        board.catalogue().hospitals().stream()
            .filter(h -> h.id().equals(preAlert.hospitalId()))
            .findFirst()
            .map(h -> h.name())
            .orElse(preAlert.hospitalId().value());
    return paging
        .texts()
        .text(
            preAlert.kind(),
            incident.findCase(preAlert.patientId()).filter(c -> c.stemi()).isPresent(),
            arrivals.find(incident, preAlert.patientId(), preAlert.hospitalId()),
            hospital,
            url + "/e/" + paging.token().apply(Pages.linkId(claim.id())));
  }

  private Future<Void> ended(Claim claim, Escalation escalation, @Nullable Throwable cause) {
    return onLoop(claim)
        .compose(
            back -> {
              if (cause == null) {
                remember(claim.id());
                return settle(claim, null);
              }
              Instant now = clock.instant();
              boolean last = cause instanceof NotSent notSent && notSent.lasting();
              if (last || !now.isBefore(escalation.dueAt())) {
                return settle(claim, words(cause));
              }
              Duration pause =
                  BACK_OFF.get(Math.min(Math.max(claim.attempts(), 1), BACK_OFF.size()) - 1);
              Duration left = Duration.between(now, escalation.dueAt());
              // The last attempt is made when the deadline ends, not one pause after it.
              return paging
                  .pages()
                  .retry(board.center(), claim, pause.compareTo(left) > 0 ? left : pause);
            });
  }

  private static String words(Throwable cause) {
    return cause instanceof NotSent
        ? String.valueOf(cause.getMessage())
        : "the channel failed: " + cause.getClass().getSimpleName();
  }

  private void remember(String page) {
    sent.add(page);
    if (sent.size() > MOST_UNSETTLED) {
      sent.remove(sent.iterator().next());
    }
  }

  private Future<Void> settle(Claim claim, @Nullable String problem) {
    return commands
        .execute(
            new CommandRequest(
                commandId(board.center(), claim.id(), problem == null),
                "",
                board.center(),
                Actor.system("paging"),
                null,
                new Command.SettlePage(claim.escalationId(), claim.recipient(), problem)))
        .compose(this::onLoop)
        .onSuccess(settled -> sent.remove(claim.id()))
        .mapEmpty();
  }

  /** The same on every node, for the same message and outcome. */
  static UUID commandId(CenterId center, String page, boolean delivered) {
    String text = "page/" + center + "/" + page + (delivered ? "/delivered" : "/failed");
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private <T> Future<T> onLoop(T value) {
    Promise<T> back = Promise.promise();
    loop.execute(() -> back.complete(value));
    return back.future();
  }
}
