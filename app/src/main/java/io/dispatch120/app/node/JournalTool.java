package io.dispatch120.app.node;

import io.dispatch120.app.cli.JournalVerification;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.dispatch.adapter.postgres.JournalVerifier.Result;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.CenterId;
import java.util.List;
import java.util.Optional;

/** {@code verify-journal}. */
public final class JournalTool implements JournalVerification {
  @Override
  public List<Verdict> verify(DatabaseUrl database) {
    return Tools.with(
        database,
        storage ->
            Tools.get(storage.catalogues().listCenters()).stream()
                .map(center -> verdict(storage, center))
                .toList());
  }

  private static Verdict verdict(PostgresStorage storage, CenterId center) {
    Result result = Tools.get(storage.verifier().verify(center));
    if (result instanceof Result.Broken broken) {
      return new Verdict(
          center.value(), broken.seq() - 1, Optional.of(new Fault(broken.seq(), broken.why())));
    }
    return new Verdict(center.value(), ((Result.Intact) result).entries(), Optional.empty());
  }
}
