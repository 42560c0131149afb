package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.importing.Basis;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.importing.hours.HoursText;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single AEDs, entered and taken out by hand. */
final class AedEditRoutes {
  /** The list of what was entered by hand. */
  private static final String BY_HAND = "manual";

  private final Imports imports;
  private final Queries queries;
  private final Positions positions;

  AedEditRoutes(Imports imports, Queries queries, Positions positions) {
    this.imports = imports;
    this.queries = queries;
    this.positions = positions;
  }

  void bind(ContractRouter router) {
    router.on("putAed", this::put).on("deleteAed", this::delete);
  }

  private Future<Answer> put(Request request) {
    SessionUser user = request.session();
    String id = request.parameter("id");
    return imports
        .editAeds(
            user.center(),
            user.actor(),
            basis -> {
              AedInfo before = find(basis, id).orElse(null);
              AedInfo after = entry(id, request, before);
              return after.equals(before)
                  ? Optional.empty()
                  : Optional.of(CatalogueEdit.Parts.ofAeds(List.of(after), List.of()));
            })
        .compose(
            basis ->
                queries
                    .findAed(user.center(), id)
                    .map(view -> Visibility.orNotFound(view, "AED"))
                    .map(
                        view ->
                            find(basis, id).isPresent() ? Answer.ok(view) : Answer.created(view)));
  }

  private Future<Answer> delete(Request request) {
    SessionUser user = request.session();
    String id = request.parameter("id");
    return imports
        .editAeds(
            user.center(),
            user.actor(),
            basis -> {
              if (find(basis, id).isEmpty()) {
                throw Problem.notFound("There is no such AED.").asException();
              }
              return Optional.of(CatalogueEdit.Parts.ofAeds(List.of(), List.of(id)));
            })
        .map(basis -> Answer.noContent());
  }

  private static Optional<AedInfo> find(Basis basis, String id) {
    return basis.catalogue().aeds().stream().filter(aed -> aed.site().id().equals(id)).findFirst();
  }

  private AedInfo entry(String id, Request request, @Nullable AedInfo before) {
    Fields fields = request.fields();
    Fields position = fields.object("position");
    String hours = fields.textOrNull("openingHours");
    String words = fields.textOrNull("hoursText");
    AedAccess access = fields.choiceOrNull("access", AedAccess.class);
    AedReadiness readiness = fields.choiceOrNull("readiness", AedReadiness.class);
    String source = fields.textOrNull("source");
    return new AedInfo(
        new AedSite(
            id,
            fields.text("name"),
            positions.wgs84(
                position.number("lng"),
                position.number("lat"),
                request.choiceOrNull("datum", Datum.class)),
            fields.textOrNull("building"),
            fields.textOrNull("floor"),
            fields.textOrNull("placement"),
            hours == null && words != null ? HoursText.find(words).orElse(null) : hours,
            words,
            access == null ? AedAccess.STAFFED : access,
            readiness == null ? AedReadiness.UNKNOWN : readiness,
            fields.instantOrNull("lastCheckedAt")),
        fields.textOrNull("custodian"),
        fields.textOrNull("custodianPhone"),
        source != null ? source : before == null ? BY_HAND : before.source());
  }
}
