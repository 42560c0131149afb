package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.ImportPlan.Ready;
import io.dispatch120.dispatch.importing.ImportReport.Outcome;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.place.PlaceReader;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.dispatch.importing.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** One pass over the rows of a list whose columns are known. Used once. */
final class Reading {
  private static final int TELL_EVERY = 10_000;
  private static final Place NOWHERE = new Place(null, "no position", false, false);

  private final ListInput input;
  private final Table table;
  private final Mapping mapping;
  private final ListImporter.Datum datum;
  private final PlaceReader places;
  private final List<ImportReport.Row> rows = new ArrayList<>();

  Reading(
      ListInput input, Table table, Mapping mapping, ListImporter.Datum datum, PlaceReader places) {
    this.input = input;
    this.table = table;
    this.mapping = mapping;
    this.datum = datum;
    this.places = places;
  }

  Ready run(Basis basis, IntConsumer progress) throws ListRefused {
    String source = ListImporter.source(input, mapping, table);
    return switch (input.kind()) {
      case AEDS -> run(new AedEntries(mapping, basis, source), source, progress);
      case UNITS -> run(new UnitEntries(mapping, basis), source, progress);
      case HOSPITALS -> run(new HospitalEntries(mapping, basis), source, progress);
      case RESPONDERS -> run(new ResponderEntries(mapping, basis, source), source, progress);
      case GAZETTEER -> run(new PlaceEntries(mapping, basis, source), source, progress);
    };
  }

  private <T> Ready run(Entries<T> entries, String source, IntConsumer progress)
      throws ListRefused {
    Reconciliation<T> reconciliation = new Reconciliation<>(entries, source);
    reconciliation.rememberOthers();
    table.read(
        row -> {
          rows.add(take(entries, reconciliation, row));
          if (rows.size() % TELL_EVERY == 0) {
            progress.accept(rows.size());
          }
          return true;
        });
    if (rows.isEmpty()) {
      throw new ListRefused("list_empty", "The list has no rows below its header.");
    }
    int added = count(Outcome.IMPORTED);
    if (entries.existing().size() + added > entries.limit()) {
      throw new ListRefused(
          "catalogue_full", "A centre has at most " + entries.limit() + " entries of this kind.");
    }
    return new Ready(
        report(entries, source, reconciliation.missing()), entries.parts(reconciliation.put()));
  }

  private <T> ImportReport.Row take(
      Entries<T> entries, Reconciliation<T> reconciliation, Table.Row row) {
    try {
      if (row.fault() != null) {
        throw new RowFault(row.fault());
      }
      Place place = mapping.hasPosition() ? DatumAdvice.place(places, mapping, row) : NOWHERE;
      if (entries.needsPosition() && place.position() == null) {
        throw new RowFault(String.valueOf(place.fault()));
      }
      Draft<T> draft = entries.draft(row, place);
      warn(draft.remarks(), place, row);
      reconciliation.warnOfOthers(draft);
      return reconciliation.take(draft);
    } catch (RowFault e) {
      return new ImportReport.Row(row.number(), Outcome.REFUSED, null, e.why(), List.of());
    }
  }

  private static void warn(Remarks remarks, Place place, Table.Row row) {
    if (place.swapped()) {
      remarks.warn(Warning.SWAPPED, "longitude and latitude were the wrong way round, turned");
    }
    if (place.outside()) {
      remarks.warn(Warning.OUTSIDE_CENTER, "outside the area of the centre");
    }
    if (row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
      remarks.warn(Warning.CHECK, "holds characters that could not be read");
    }
  }

  private int count(Outcome outcome) {
    return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  private ImportReport report(Entries<?> entries, String source, List<String> missing) {
    List<String> notes = new ArrayList<>();
    if (datum.note() != null) {
      notes.add(datum.note());
    }
    notes.addAll(entries.notes());
    long silent =
        rows.stream().filter(row -> row.warnings().contains(Warning.HOURS_MISSING)).count();
    if (silent > 0) {
      notes.add(silent + " rows give no opening hours: they are shown as unknown.");
    }
    if (!missing.isEmpty()) {
      notes.add(
          missing.size()
              + " entries of earlier imports of "
              + source
              + " are no longer in the list; they are kept.");
    }
    return new ImportReport(
        input.kind().word(),
        input.dryRun(),
        count(Outcome.IMPORTED),
        count(Outcome.CHANGED),
        count(Outcome.UNCHANGED),
        count(Outcome.REFUSED),
        (int) rows.stream().filter(row -> !row.warnings().isEmpty()).count(),
        List.copyOf(rows),
        source,
        table.form(),
        mapping.hasPosition() ? datum.name() : null,
        mapping.described(),
        mapping.unused(),
        notes,
        missing.stream().limit(ImportReport.MAX_MISSING).toList(),
        missing.size());
  }
}
