package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import java.util.Optional;

/**
 * Where a list of incidents goes on: before the incident opened at this sequence number. Written as
 * that number.
 */
record IncidentCursor(long beforeOpenedSeq) {

  /**
   * The cursor for what follows {@code incident}, whose number ends with its opening's sequence.
   */
  static IncidentCursor after(Incident incident) {
    String number = incident.number();
    return new IncidentCursor(Long.parseLong(number.substring(number.lastIndexOf('-') + 1)));
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws InvalidCursor for anything else
   */
  static IncidentCursor parse(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new InvalidCursor();
    }
    return new IncidentCursor(Long.parseLong(text));
  }

  /** The query from {@code cursor} on, for one incident more than it asks for. */
  static IncidentStore.Query onePast(IncidentStore.Query query, Optional<IncidentCursor> cursor) {
    return new IncidentStore.Query(
        query.status(),
        query.priority(),
        query.complaint(),
        query.text(),
        query.from(),
        query.to(),
        cursor.map(IncidentCursor::beforeOpenedSeq).orElse(null),
        query.limit() + 1);
  }

  @Override
  public String toString() {
    return Long.toString(beforeOpenedSeq);
  }
}
