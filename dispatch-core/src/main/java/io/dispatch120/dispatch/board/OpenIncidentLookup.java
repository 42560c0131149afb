package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.geo.api.LngLat;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which open incidents have a fix around a place or a call from a phone, without looking at all of
 * them. Gives candidates, to be looked at. One writer, many readers; a lookup costs ten map reads.
 */
final class OpenIncidentLookup {
  /** Side of a cell, about 2 km: candidates lie in the nine cells around a place. */
  private static final double CELL_DEGREES = 0.02;

  /** A Chinese number without its country code. */
  private static final int COMPARED_DIGITS = 11;

  /** Of a withheld or erased number, which is nobody's. */
  private static final String NO_DIGITS = "";

  private final Map<Object, Set<IncidentId>> byKey = new ConcurrentHashMap<>();
  private final Map<IncidentId, Set<Object>> keys = new ConcurrentHashMap<>();

  private record Cell(long column, long row) {}

  void note(Incident incident) {
    Set<Object> now = incident.closed() ? Set.of() : keysOf(incident);
    Set<Object> before = now.isEmpty() ? keys.remove(incident.id()) : keys.put(incident.id(), now);
    for (Object key : now) {
      byKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(incident.id());
    }
    if (before != null) {
      before.stream().filter(key -> !now.contains(key)).forEach(key -> drop(key, incident.id()));
    }
  }

  private void drop(Object key, IncidentId id) {
    byKey.computeIfPresent(
        key,
        (k, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }

  void clear() {
    byKey.clear();
    keys.clear();
  }

  Set<IncidentId> find(@Nullable LngLat place, Personal phone) {
    Set<IncidentId> found = new HashSet<>(byKey.getOrDefault(lastDigits(phone), Set.of()));
    if (place != null) {
      Cell here = cell(place);
      for (long column = here.column - 1; column <= here.column + 1; column++) {
        for (long row = here.row - 1; row <= here.row + 1; row++) {
          found.addAll(byKey.getOrDefault(new Cell(column, row), Set.of()));
        }
      }
    }
    return found;
  }

  private static Set<Object> keysOf(Incident incident) {
    Set<Object> all = new HashSet<>();
    incident.calls().forEach(call -> all.add(lastDigits(call.phone())));
    all.remove(NO_DIGITS);
    incident.whereabouts().fixes().forEach(fix -> all.add(cell(fix.fix().position())));
    return all;
  }

  private static Cell cell(LngLat place) {
    return new Cell(
        (long) Math.floor(place.lng() / CELL_DEGREES),
        (long) Math.floor(place.lat() / CELL_DEGREES));
  }

  private static String lastDigits(Personal phone) {
    StringBuilder digits = new StringBuilder(COMPARED_DIGITS);
    String text = phone.text();
    for (int i = text.length() - 1; i >= 0 && digits.length() < COMPARED_DIGITS; i--) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
