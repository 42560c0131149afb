package io.dispatch120.dispatch.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Triage;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.triage.Answers;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import io.dispatch120.dispatch.triage.Evaluation;
import io.dispatch120.dispatch.triage.TriageCard;
import io.dispatch120.dispatch.triage.TriageCards;
import io.dispatch120.dispatch.view.TriageViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Problem.FieldError;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Triage cards: what is installed, what is in force, and their answers. */
final class TriageRoutes {
  private final Commands commands;
  private final Queries queries;
  private final TriageCards cards;
  private final Supplier<Instant> now;

  /**
   * @param cards what is installed
   * @param now database time
   */
  TriageRoutes(Commands commands, Queries queries, TriageCards cards, Supplier<Instant> now) {
    this.commands = commands;
    this.queries = queries;
    this.cards = cards;
    this.now = now;
  }

  void bind(ContractRouter router) {
    router
        .on("listTriageCards", this::list)
        .on("proposeTriageCard", this::propose)
        .on("approveTriageCard", this::approve)
        .on("withdrawTriageCard", this::withdraw)
        .on("recordTriage", this::record);
  }

  private Future<Answer> list(Request request) {
    return approvals(request)
        .map(known -> Answer.ok(new Page<>(TriageViews.of(cards, known, now.get()), null)));
  }

  private Future<CardApprovals> approvals(Request request) {
    return queries.cardApprovals(request.session().center());
  }

  private Future<Answer> propose(Request request) {
    Fields fields = request.fields();
    TriageCard card = getCard(request.parameter("card"), fields.integer("version"));
    Instant from = fields.instantOrNull("effectiveFrom");
    return commands
        .execute(
            request,
            new Command.ProposeCard(
                card.card(),
                card.version(),
                card.sha256(),
                fields.text("physician").strip(),
                from == null ? now.get() : from))
        .map(done -> Answer.created(proposed(done)).replayed(done.replayed()));
  }

  /** As it was right after the command, whatever became of it since. */
  private static TriageViews.ProposalView proposed(Done done) {
    return done.entries().stream()
        .filter(entry -> entry.event() instanceof CardProposed)
        .map(
            entry ->
                CardApprovals.NONE.with((CardProposed) entry.event(), entry.stamp()).all().get(0))
        .map(TriageViews::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was proposed"));
  }

  private TriageCard getCard(String card, int version) {
    return cards
        .find(card, version)
        .orElseThrow(
            () ->
                Problem.notFound(
                        "version " + version + " of the card " + card + " is not installed")
                    .asException());
  }

  private Future<Answer> approve(Request request) {
    ProposalId id = new ProposalId(request.parameter("id"));
    String card = request.parameter("card");
    return approvals(request)
        .compose(
            known -> {
              // What is installed here: the decision compares it with what was proposed.
              String sha256 =
                  known
                      .find(id)
                      .flatMap(proposal -> cards.find(proposal.card(), proposal.version()))
                      .map(TriageCard::sha256)
                      .orElse("");
              return commands.execute(request, new Command.ApproveCard(card, id, sha256));
            })
        .compose(
            done ->
                approvals(request)
                    .map(
                        known ->
                            known
                                .find(id)
                                .map(TriageViews::of)
                                .map(view -> Answer.ok(view).replayed(done.replayed()))
                                .orElseThrow(
                                    () ->
                                        Problem.notFound("the card was withdrawn since")
                                            .asException())));
  }

  private Future<Answer> withdraw(Request request) {
    return commands
        .execute(
            request,
            new Command.WithdrawCard(
                request.parameter("card"), request.fields().text("reason").strip()))
        .map(done -> Answer.noContent().replayed(done.replayed()));
  }

  private Future<Answer> record(Request request) {
    Fields fields = request.fields();
    String name = fields.text("card");
    int version = fields.integer("version");
    if (!cards.knows(name)) {
      throw Problem.notFound("there is no triage card " + name).asException();
    }
    Optional<TriageCard> card = cards.find(name, version);
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> given = answers(fields, errors);
    Optional<Answers.Checked> checked = card.map(one -> Answers.check(one, given, now.get()));
    checked.ifPresent(
        found ->
            found
                .faults()
                .forEach(
                    fault ->
                        errors.add(
                            new FieldError("answers." + fault.question(), fault.message()))));
    if (card.isEmpty() || checked.isEmpty() || !errors.isEmpty()) {
      String sha256 = card.map(TriageCard::sha256).orElse("");
      return approvals(request)
          .map(known -> known.findRefusal(name, version, sha256, now.get()))
          .compose(refusal -> refused(refusal, errors, name));
    }
    String patient = fields.textOrNull("patientId");
    TriageResult result = Evaluation.of(card.get(), checked.get().answers(), now.get());
    return commands
        .execute(
            request,
            new Command.RecordTriage(
                IncidentRoutes.id(request),
                patient == null ? null : new PatientId(patient),
                result))
        .map(done -> Answer.ok(TriageViews.of(triage(done, patient))).replayed(done.replayed()));
  }

  /** That the card does not count matters more than what is wrong with its answers. */
  private static Future<Answer> refused(
      Optional<Refusal> refusal, List<FieldError> errors, String card) {
    Problem problem =
        refusal
            .map(Problem::of)
            .orElseGet(
                () ->
                    errors.isEmpty()
                        ? Problem.of(
                            new Refusal(
                                RefusalCode.CARD_NOT_IN_FORCE,
                                "the card " + card + " that was approved is not installed here"))
                        : Problem.invalid(errors));
    return Future.failedFuture(problem.asException());
  }

  private static Map<String, String> answers(Fields fields, List<FieldError> errors) {
    Map<String, String> given = new TreeMap<>();
    JsonNode answers = fields.object("answers").node();
    for (Map.Entry<String, JsonNode> one : answers.properties()) {
      if (one.getValue().isTextual() || one.getValue().isIntegralNumber()) {
        given.put(one.getKey(), one.getValue().asText());
      } else {
        errors.add(new FieldError("answers." + one.getKey(), "must be a text or a whole number"));
      }
    }
    return given;
  }

  private static Triage triage(Done done, @Nullable String patient) {
    List<Triage> all =
        done.incident()
            .orElseThrow(() -> new IllegalStateException("the command left no incident"))
            .currentTriages();
    // Without a name the first patient was meant.
    String of =
        patient == null
            ? done.incident()
                .flatMap(i -> i.patients().stream().findFirst())
                .orElseThrow()
                .id()
                .value()
            : patient;
    return all.stream()
        .filter(one -> one.patientId().value().equals(of))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the command left no triage"));
  }
}
