package io.dispatch120.dispatch.adapter.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.codec.DataKey;
import io.dispatch120.dispatch.codec.EventCodec;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendCommand.Guard;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An array of commands as {@code append_commands} reads it; the migration describes the form. */
final class JournalBatch {
  private final CenterId center;
  private final List<AppendCommand> commands;
  private final KeyRing ring;
  private final Map<IncidentId, DataKey> newKeys = new HashMap<>();
  private final Map<IncidentId, String> newWrapped = new HashMap<>();

  JournalBatch(CenterId center, List<AppendCommand> commands, KeyRing ring) {
    this.center = center;
    this.commands = commands;
    this.ring = ring;
    for (AppendCommand command : commands) {
      for (NewEvent event : command.events()) {
        if (event.event() instanceof IncidentOpened opened) {
          DataKey key = DataKey.random();
          newKeys.put(opened.incidentId(), key);
          newWrapped.put(opened.incidentId(), ring.wrap(center, opened.incidentId(), key));
        }
      }
    }
  }

  /** Incidents that must have a key already. */
  Set<IncidentId> knownIncidents() {
    return commands.stream()
        .flatMap(c -> incidentsOf(c).stream())
        .filter(i -> !newKeys.containsKey(i))
        .collect(Collectors.toSet());
  }

  /** The key this batch makes for an incident that {@code command} opens. */
  Map<IncidentId, DataKey> keysOpenedBy(AppendCommand command) {
    return command.events().stream()
        .map(NewEvent::event)
        .filter(IncidentOpened.class::isInstance)
        .map(e -> ((IncidentOpened) e).incidentId())
        .distinct()
        .collect(Collectors.toMap(i -> i, i -> Objects.requireNonNull(newKeys.get(i))));
  }

  String toJson(Map<IncidentId, DataKey> knownKeys) {
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator out = Json.wire().getFactory().createGenerator(text)) {
      out.writeStartArray();
      for (AppendCommand command : commands) {
        write(out, command, knownKeys);
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator out, AppendCommand command, Map<IncidentId, DataKey> knownKeys)
      throws IOException {
    Touches touches = new Touches();
    touches.add("command", command.id().toString());
    out.writeStartObject();
    out.writeStringField("id", command.id().toString());
    out.writeStringField("fp", command.fingerprint());
    out.writeStringField("actor", command.actor().toString());
    writeGuards(out, command.guards(), touches);
    out.writeArrayFieldStart("events");
    for (NewEvent event : command.events()) {
      touches.add("i", event.incidentId());
      touches.add("u", event.unitId());
      writeEvent(out, event, knownKeys);
    }
    out.writeEndArray();
    writeKeys(out, command);
    new RowChanges(command.rows(), ring).write(out, touches);
    touches.write(out);
    out.writeEndObject();
  }

  private static void writeGuards(JsonGenerator out, List<Guard> guards, Touches touches)
      throws IOException {
    out.writeArrayFieldStart("guards");
    for (Guard guard : guards) {
      if (guard instanceof Guard.OfIncident g) {
        touches.add("i", g.id());
        writeGuard(out, "i", g.id().value(), g.revision());
      } else if (guard instanceof Guard.OfUnit g) {
        touches.add("u", g.id());
        writeGuard(out, "u", g.id().value(), g.revision());
      } else if (guard instanceof Guard.OfRoads g) {
        touches.add("roads", "");
        writeGuard(out, "r", "", g.revision());
      } else if (guard instanceof Guard.OfTriageCards g) {
        touches.add("triage cards", "");
        writeGuard(out, "t", "", g.revision());
      }
    }
    out.writeEndArray();
  }

  private static void writeGuard(JsonGenerator out, String kind, String id, long revision)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", kind);
    out.writeStringField("id", id);
    out.writeNumberField("rev", revision);
    out.writeEndObject();
  }

  private void writeEvent(JsonGenerator out, NewEvent event, Map<IncidentId, DataKey> knownKeys)
      throws IOException {
    IncidentId incident = event.incidentId();
    out.writeStartObject();
    out.writeStringField("id", event.id().toString());
    out.writeStringField("type", event.event().type());
    out.writeStringField("at", event.at().truncatedTo(ChronoUnit.MICROS).toString());
    if (incident != null) {
      out.writeStringField("incident", incident.value());
    }
    if (event.unitId() != null) {
      out.writeStringField("unit", event.unitId().value());
    }
    out.writeStringField("data", EventCodec.encode(event.event(), keyOf(incident, knownKeys)));
    out.writeEndObject();
  }

  private @Nullable DataKey keyOf(
      @Nullable IncidentId incident, Map<IncidentId, DataKey> knownKeys) {
    if (incident == null) {
      return null;
    }
    DataKey made = newKeys.get(incident);
    return made == null ? knownKeys.get(incident) : made;
  }

  /**
   * Every new key a command's texts are sealed with, also when another command of the array opens
   * the incident: if that one turns out to be known already, so is another key, and this must not
   * be written.
   */
  private void writeKeys(JsonGenerator out, AppendCommand command) throws IOException {
    out.writeArrayFieldStart("keys");
    for (IncidentId incident : incidentsOf(command)) {
      String wrapped = newWrapped.get(incident);
      if (wrapped != null) {
        out.writeStartObject();
        out.writeStringField("incident", incident.value());
        out.writeStringField("wrapped", wrapped);
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private static Set<IncidentId> incidentsOf(AppendCommand command) {
    Set<IncidentId> incidents = new LinkedHashSet<>();
    for (NewEvent event : command.events()) {
      if (event.incidentId() != null) {
        incidents.add(event.incidentId());
      }
    }
    return incidents;
  }
}
