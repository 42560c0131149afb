package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.ChecklistView.QuestionView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.chestpain.Checklist;
import io.dispatch120.dispatch.codec.ChecklistReader;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.query.Queries;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What crews ask before they choose a hospital: the advice, and the checklist it rests on. */
final class AdviceDesk {
  private static final Checklist THROMBOLYSIS = ChecklistReader.thrombolysis();

  private final DispatchNode node;
  private final Queries queries;
  private final InstantSource clock;

  AdviceDesk(DispatchNode node, Queries queries, InstantSource clock) {
    this.node = node;
    this.queries = queries;
    this.clock = clock;
  }

  /** Of patients of the unit's own incidents only, as everything else that crews see. */
  Future<Optional<AdviceView>> advise(SessionUser crew, PatientId patient, PreAlertKind kind) {
    CenterNode center = node.getCenter(crew.center());
    UnitId unit = Objects.requireNonNull(crew.unitId(), "a crew's session names its unit");
    center.fleet().heardFrom(unit);
    boolean own =
        center.board().findIdByPatient(patient).flatMap(center.board()::findIncident).stream()
            .flatMap(incident -> incident.assignments().stream())
            .anyMatch(assignment -> assignment.unitId().equals(unit));
    return own
        ? queries.advise(crew.center(), patient, kind).map(AdviceDesk::found)
        : Future.succeededFuture(Optional.empty());
  }

  private static Optional<AdviceView> found(Reply<AdviceView> reply) {
    return reply instanceof Reply.Ok<AdviceView> ok ? Optional.of(ok.value()) : Optional.empty();
  }

  /** A draft until a physician of the centre has put this version in force. */
  Optional<ChecklistView> findChecklist(SessionUser crew, String name) {
    return THROMBOLYSIS.id().equals(name)
        ? Optional.of(
            view(THROMBOLYSIS, node.getCenter(crew.center()).board().catalogue().center()))
        : Optional.empty();
  }

  private ChecklistView view(Checklist checklist, CenterInfo center) {
    return new ChecklistView(
        checklist.id(),
        checklist.version(),
        !checklist.inForce(center, clock.instant()),
        checklist.items().stream()
            .map(
                item ->
                    new QuestionView(
                        item.id(),
                        item.grade().name().toLowerCase(Locale.ROOT),
                        Map.of("zh-CN", item.zh(), "en", item.en())))
            .toList());
  }
}
