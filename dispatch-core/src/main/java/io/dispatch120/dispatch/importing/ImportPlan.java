package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.journal.CatalogueEdit;
import java.util.List;

/** What an import comes to. */
public sealed interface ImportPlan {

  /**
   * The list can be brought in.
   *
   * @param parts nothing in it when all is as it was
   */
  record Ready(ImportReport report, CatalogueEdit.Parts parts) implements ImportPlan {}

  /**
   * It cannot be read, or something has to be said about it first.
   *
   * @param code stable, in snake_case
   * @param detail for people: what to do
   * @param advice further lines, perhaps none
   */
  record Refused(String code, String detail, List<String> advice) implements ImportPlan {
    /** Nobody said what the coordinates are given in. */
    public static final String DATUM_UNKNOWN = "datum_unknown";
  }
}
