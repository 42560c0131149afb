package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.codec.DataKey;
import io.dispatch120.dispatch.codec.EventCodec;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From rows of the journal to entries and incidents. */
final class JournalRows {
  /**
   * The start of every query for entries; the key comes along, so reading needs no second query.
   */
  static final String SELECT =
      "select j.seq, j.id, j.type, j.at, j.recorded_at, j.actor, j.incident_id, j.unit_id, j.data,"
          + " k.wrapped from journal j left join incident_key k"
          + " on k.center = j.center and k.incident_id = j.incident_id ";

  private JournalRows() {}

  static List<JournalEntry> entries(CenterId center, RowSet<Row> rows, IncidentKeys keys) {
    List<JournalEntry> entries = new ArrayList<>(rows.size());
    for (Row row : rows) {
      entries.add(entry(center, row, keys));
    }
    return entries;
  }

  static JournalEntry entry(CenterId center, Row row, IncidentKeys keys) {
    String incident = row.getString("incident_id");
    IncidentId incidentId = incident == null ? null : new IncidentId(incident);
    String unit = row.getString("unit_id");
    String wrapped = row.getString("wrapped");
    DataKey key =
        incidentId == null || wrapped == null ? null : keys.unwrap(center, incidentId, wrapped);
    return new JournalEntry(
        center,
        row.getLong("seq"),
        row.getUUID("id"),
        instant(row, "at"),
        instant(row, "recorded_at"),
        Actor.parse(row.getString("actor")),
        incidentId,
        unit == null ? null : new UnitId(unit),
        EventCodec.decode(row.getString("type"), row.getString("data"), key));
  }

  /** The incidents these entries make, in the order of their first entries. */
  static List<Incident> fold(Iterable<JournalEntry> entries) {
    Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.incidentId() != null && entry.event() instanceof IncidentEvent event) {
        Incident before = incidents.get(entry.incidentId());
        incidents.put(entry.incidentId(), Incidents.fold(before, event, entry.stamp()));
      }
    }
    return List.copyOf(incidents.values());
  }

  static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static @Nullable Instant findInstant(Row row, String column) {
    return row.getValue(column) == null ? null : instant(row, column);
  }
}
