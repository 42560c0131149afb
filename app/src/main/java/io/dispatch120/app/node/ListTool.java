package io.dispatch120.app.node;

import io.dispatch120.app.cli.ListImport;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import java.util.function.Consumer;

/** {@code import aeds} and its like. */
public final class ListTool implements ListImport {
  @Override
  public Outcome run(DatabaseUrl database, ListFile list, Consumer<String> progress) {
    throw new StartFailure("lists cannot be imported yet", "Wait for the next commit.");
  }
}
