package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.query.Queries;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.Optional;

/** Destination advice, as crews ask for it. */
final class AdviceDesk {
  private final DispatchNode node;
  private final Queries queries;

  AdviceDesk(DispatchNode node, Queries queries) {
    this.node = node;
    this.queries = queries;
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
}
