package io.dispatch120.dispatch.adapter.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.Id;
import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.journal.Pages;
import io.dispatch120.dispatch.journal.RowChange;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.CaseRow;
import io.dispatch120.dispatch.journal.RowChange.EscalationRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.dispatch120.dispatch.journal.RowChange.UnitRow;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row changes of one command, as {@code append_commands} reads them. The last of a row wins.
 */
final class RowChanges {
  private static final Map<String, Class<? extends RowChange>> KINDS =
      Map.of(
          "incidents", IncidentRow.class,
          "assignments", AssignmentRow.class,
          "units", UnitRow.class,
          "alerts", AlertRow.class,
          "links", LinkRow.class,
          "cases", CaseRow.class,
          "escalations", EscalationRow.class,
          "pages", PageRow.class,
          "timers", TimerSet.class,
          "untimers", TimerCancelled.class);

  private final Collection<RowChange> rows;
  private final KeyRing ring;

  RowChanges(List<RowChange> changes, KeyRing ring) {
    Map<String, RowChange> byRow = new LinkedHashMap<>();
    for (RowChange change : changes) {
      String row = rowOf(change);
      byRow.remove(row);
      byRow.put(row, change);
    }
    this.rows = byRow.values();
    this.ring = ring;
  }

  void write(JsonGenerator out, Touches touches) throws IOException {
    for (Map.Entry<String, Class<? extends RowChange>> kind : KINDS.entrySet()) {
      if (rows.stream().noneMatch(kind.getValue()::isInstance)) {
        continue;
      }
      out.writeArrayFieldStart(kind.getKey());
      for (RowChange row : rows) {
        if (kind.getValue().isInstance(row)) {
          out.writeStartObject();
          writeRow(out, row, touches);
          out.writeEndObject();
        }
      }
      out.writeEndArray();
    }
  }

  private void writeRow(JsonGenerator out, RowChange row, Touches touches) throws IOException {
    if (row instanceof IncidentRow incident) {
      write(out, incident, touches);
    } else if (row instanceof AssignmentRow assignment) {
      write(out, assignment, touches);
    } else if (row instanceof UnitRow unit) {
      touches.add("u", unit.id());
      write(out, "id", unit.id());
      write(out, "duty", unit.duty());
      write(out, "reason", unit.reason());
      write(out, "back", unit.expectedBackAt());
    } else if (row instanceof AlertRow alert) {
      touches.add("i", alert.incidentId());
      write(out, "id", alert.id());
      write(out, "incident", alert.incidentId());
      write(out, "kind", alert.kind());
      out.writeBooleanField("cleared", alert.cleared());
    } else if (row instanceof LinkRow link) {
      touches.add("i", link.incidentId());
      touches.add("link", link.id());
      write(out, "id", link.id());
      write(out, "incident", link.incidentId());
      write(out, "call", link.callId());
      write(out, "expires", link.expiresAt());
      write(out, "hash", LocatorTokens.hash(ring.locatorTokens().token(link.id())));
    } else if (row instanceof CaseRow c) {
      touches.add("i", c.incidentId());
      write(out, "patient", c.patientId());
      write(out, "incident", c.incidentId());
      write(out, "opened", c.openedAt());
    } else if (row instanceof EscalationRow escalation) {
      touches.add("i", escalation.incidentId());
      write(out, "id", escalation.id());
      write(out, "incident", escalation.incidentId());
    } else if (row instanceof PageRow page) {
      touches.add("i", page.incidentId());
      write(out, page);
    } else if (row instanceof TimerSet timer) {
      touches.add("i", timer.incidentId());
      write(out, "incident", timer.incidentId());
      write(out, "id", timer.timerId());
      out.writeNumberField("gen", timer.generation());
      out.writeNumberField("delay", timer.delay().toNanos() / 1_000);
    } else if (row instanceof TimerCancelled timer) {
      touches.add("i", timer.incidentId());
      write(out, "incident", timer.incidentId());
      write(out, "id", timer.timerId());
    }
  }

  private void write(JsonGenerator out, IncidentRow row, Touches touches) throws IOException {
    touches.add("i", row.id());
    row.calls().forEach(call -> touches.add("call", call));
    row.patients().forEach(patient -> touches.add("patient", patient));
    write(out, "id", row.id());
    write(out, "status", row.status());
    write(out, "priority", row.priority());
    write(out, "complaint", row.complaint());
    out.writeBooleanField("closed", row.closed());
    write(out, "calls", row.calls().stream().map(Id::value).distinct().toList());
    write(out, "patients", row.patients().stream().map(Id::value).distinct().toList());
    write(out, "phones", row.phones().stream().map(ring::phoneHash).distinct().toList());
  }

  private void write(JsonGenerator out, PageRow row) throws IOException {
    write(out, "id", row.id());
    write(out, "incident", row.incidentId());
    write(out, "escalation", row.escalationId());
    out.writeNumberField("recipient", row.recipient());
    out.writeBooleanField("waiting", row.waiting());
    write(out, "hash", LocatorTokens.hash(ring.locatorTokens().token(Pages.linkId(row.id()))));
  }

  private static void write(JsonGenerator out, AssignmentRow row, Touches touches)
      throws IOException {
    touches.add("i", row.incidentId());
    touches.add("u", row.unitId());
    write(out, "id", row.id());
    write(out, "incident", row.incidentId());
    write(out, "unit", row.unitId());
    write(out, "status", row.status());
    out.writeBooleanField("ended", row.ended());
    write(out, "destination", row.destination());
  }

  private static void write(JsonGenerator out, String field, @Nullable Object value)
      throws IOException {
    if (value instanceof Enum<?> word) {
      out.writeStringField(field, word.name().toLowerCase(Locale.ROOT));
    } else if (value instanceof Instant at) {
      out.writeStringField(field, at.truncatedTo(ChronoUnit.MICROS).toString());
    } else if (value instanceof List<?> texts) {
      out.writeArrayFieldStart(field);
      for (Object text : texts) {
        out.writeString(text.toString());
      }
      out.writeEndArray();
    } else if (value != null) {
      out.writeStringField(field, value.toString());
    }
  }

  /** Which row a change is about; setting and cancelling a timer are about the same one. */
  private static String rowOf(RowChange change) {
    if (change instanceof IncidentRow row) {
      return "incident " + row.id();
    } else if (change instanceof AssignmentRow row) {
      return "assignment " + row.id();
    } else if (change instanceof UnitRow row) {
      return "unit " + row.id();
    } else if (change instanceof AlertRow row) {
      return "alert " + row.id();
    } else if (change instanceof LinkRow row) {
      return "link " + row.id();
    } else if (change instanceof CaseRow row) {
      return "case " + row.patientId();
    } else if (change instanceof EscalationRow row) {
      return "escalation " + row.id();
    } else if (change instanceof PageRow row) {
      return "page " + row.id();
    } else if (change instanceof TimerSet row) {
      return "timer " + row.incidentId() + " " + row.timerId();
    } else if (change instanceof TimerCancelled row) {
      return "timer " + row.incidentId() + " " + row.timerId();
    }
    throw new IllegalArgumentException("no table for " + change);
  }
}
