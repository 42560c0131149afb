package io.dispatch120.dispatch.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to say about a row. Never quotes what may be personal. */
final class Remarks {
  private final Set<Warning> warnings = EnumSet.noneOf(Warning.class);
  private final List<String> texts = new ArrayList<>(0);

  void warn(Warning warning, String text) {
    warnings.add(warning);
    texts.add(text);
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  @Nullable String message() {
    return texts.isEmpty() ? null : String.join("; ", texts);
  }
}
