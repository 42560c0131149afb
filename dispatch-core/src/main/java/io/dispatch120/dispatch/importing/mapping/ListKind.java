package io.dispatch120.dispatch.importing.mapping;

import java.util.Locale;

/** What a list is of. */
public enum ListKind {
  AEDS,
  UNITS,
  HOSPITALS,
  RESPONDERS,
  GAZETTEER;

  /** As in paths, events and commands. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
