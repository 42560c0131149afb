package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.importing.ImportPlan;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.importing.ListInput;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists to bring in. */
final class ImportRoutes {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([\\w.:+-]{1,40})\"?");
  private static final String GEO_JSON = "application/geo+json";

  private final Imports imports;

  ImportRoutes(Imports imports) {
    this.imports = imports;
  }

  void bind(ContractRouter router) {
    router.on("importList", this::importList);
  }

  private Future<Answer> importList(Request request) {
    SessionUser user = request.session();
    String center = request.parameterOrNull("center");
    if (center != null && !user.center().equals(new CenterId(center))) {
      throw Problem.of(403, "forbidden", "This account belongs to another centre.").asException();
    }
    return imports
        .run(user.center(), user.actor(), input(request), rows -> {})
        .map(ImportRoutes::answer);
  }

  private static ListInput input(Request request) {
    String datum = request.parameterOrNull("datum");
    return new ListInput(
        ListKind.valueOf(request.parameter("kind").toUpperCase(Locale.ROOT)),
        request.body().getBytes(),
        request.contentType() != null
            && request.contentType().toLowerCase(Locale.ROOT).startsWith(GEO_JSON),
        datum,
        true,
        encoding(request),
        request.parameterOrNull("source"),
        "import",
        mapping(request.parameterOrNull("mapping")),
        request.flag("dryRun", false));
  }

  /** Many clients say UTF-8 for whatever they send, so only another set counts. */
  private static @Nullable String encoding(Request request) {
    String named = request.parameterOrNull("encoding");
    if (named != null) {
      return named;
    }
    Matcher charset = CHARSET.matcher(String.valueOf(request.contentType()));
    return charset.find() && !charset.group(1).equalsIgnoreCase("utf-8") ? charset.group(1) : null;
  }

  private static MappingFile mapping(@Nullable String text) {
    try {
      return text == null ? MappingFile.NONE : MappingFile.parse(text);
    } catch (ListRefused e) {
      throw Problem.invalid("mapping", e.text()).asException();
    }
  }

  private static Answer answer(ImportPlan plan) {
    if (plan instanceof ImportPlan.Ready ready) {
      return Answer.ok(ready.report());
    }
    ImportPlan.Refused refused = (ImportPlan.Refused) plan;
    throw problem(refused.code(), refused.detail(), refused.advice()).asException();
  }

  private static Problem problem(String code, String detail, List<String> advice) {
    String whole = advice.isEmpty() ? detail : detail + " " + String.join(" ", advice);
    return switch (code) {
      case "datum_unsupported" -> Problem.invalid("datum", whole);
      case "bad_mapping" -> Problem.invalid("mapping", whole);
      case "encoding_unknown" -> Problem.invalid("encoding", whole);
      case "bad_json" -> Problem.of(400, code, whole);
      case "list_too_large" -> Problem.of(413, code, whole);
      default -> Problem.of(422, code, whole);
    };
  }
}
