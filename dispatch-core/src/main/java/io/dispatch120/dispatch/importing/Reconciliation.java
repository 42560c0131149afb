package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.ImportReport.Outcome;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of a list against the entries there are: which is which, what is new, what has
 * changed. Used once.
 *
 * <p>A row is the entry with its id when that came from the same list, or from another one but
 * stands at most {@link #SAME_METERS} away. An id that means something else elsewhere gets the
 * list's name before it.
 */
final class Reconciliation<T> {
  /** Farther than two maps disagree about one building, nearer than two devices share a number. */
  static final double SAME_METERS = 300;

  /** A device of the same list that moved farther than this deserves a look. */
  private static final double MOVED_METERS = 2_000;

  private final Entries<T> entries;
  private final String source;
  private final Map<String, T> existing;
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Map<String, T> made = new HashMap<>();
  private final Nearby nearby = new Nearby();
  private final List<T> put = new ArrayList<>();

  Reconciliation(Entries<T> entries, String source) {
    this.entries = entries;
    this.source = source;
    this.existing = entries.existing();
  }

  /** Entries that are new or have changed. */
  List<T> put() {
    return put;
  }

  /** One row; in the order of the list. */
  ImportReport.Row take(Draft<T> draft) {
    String id = free(draft, idOf(draft));
    T before = existing.get(id);
    T after = draft.build().apply(id, before);
    T twin = made.get(id);
    if (twin != null) {
      // Only a row that says the same once more keeps an id that is taken.
      return row(draft, Outcome.UNCHANGED, id);
    }
    rowOf.put(id, draft.row());
    made.put(id, after);
    warnOfNeighbours(draft, id);
    if (before == null) {
      put.add(after);
      return row(draft, Outcome.IMPORTED, id);
    }
    if (after.equals(before)) {
      return row(draft, Outcome.UNCHANGED, id);
    }
    warnOfMove(draft, before);
    put.add(after);
    return row(draft, Outcome.CHANGED, id);
  }

  private static ImportReport.Row row(Draft<?> draft, Outcome outcome, String id) {
    Remarks remarks = draft.remarks();
    return new ImportReport.Row(draft.row(), outcome, id, remarks.message(), remarks.warnings());
  }

  private String idOf(Draft<T> draft) {
    String given = draft.givenId();
    if (given == null) {
      return EntryIds.ofIdentity(entries.prefix(), draft.identity());
    }
    // Entries that came another way may have ids that would not be made here.
    String id = existing.containsKey(given) ? given : EntryIds.of(given);
    String own = EntryIds.within(source, id);
    T there = existing.get(id);
    if (there == null || entries.sourceOf(there) == null) {
      return existing.containsKey(own) && isOurs(own) ? own : id;
    }
    return source.equals(entries.sourceOf(there)) || close(draft, there) ? id : own;
  }

  private boolean isOurs(String id) {
    T there = existing.get(id);
    return there != null && source.equals(entries.sourceOf(there));
  }

  private boolean close(Draft<T> draft, T there) {
    LngLat position = entries.positionOf(there);
    return position != null
        && draft.position() != null
        && position.distanceMetersTo(draft.position()) <= SAME_METERS;
  }

  /** Another row of the list may have the id already. */
  private String free(Draft<T> draft, String wanted) {
    String id = wanted;
    int copy = 2;
    while (made.containsKey(id)) {
      T twin = made.get(id);
      if (draft.build().apply(id, existing.get(id)).equals(twin)) {
        draft.remarks().warn(Warning.DUPLICATE, "the same as row " + rowOf.get(id));
        return id;
      }
      if (copy == 2) {
        draft
            .remarks()
            .warn(
                Warning.DUPLICATE,
                (draft.givenId() == null ? "hard to tell from row " : "has the id of row ")
                    + rowOf.get(id));
      }
      id = wanted + "-" + next(wanted, copy);
      copy++;
    }
    return id;
  }

  private final Map<String, Integer> copies = new HashMap<>();

  /** Goes on where the last copy of an id ended: a thousand rows of one id stay linear. */
  private int next(String wanted, int copy) {
    int number = Math.max(copy, copies.getOrDefault(wanted, 1) + 1);
    copies.put(wanted, number);
    return number;
  }

  private void warnOfNeighbours(Draft<T> draft, String id) {
    LngLat position = draft.position();
    if (position == null) {
      return;
    }
    Optional<Nearby.Spot> twin = nearby.find(draft.name(), draft.detail(), position);
    twin.ifPresent(
        spot ->
            draft
                .remarks()
                .warn(
                    Warning.DUPLICATE,
                    "perhaps the same as %s, %.0f m away"
                        .formatted(spot.label(), spot.position().distanceMetersTo(position))));
    nearby.add(draft.name(), draft.detail(), position, "row " + draft.row() + " (" + id + ")");
  }

  /** Entries that other lists brought: a device in both lists shows as a pair. */
  void rememberOthers() {
    existing.forEach(
        (id, entry) -> {
          LngLat position = entries.positionOf(entry);
          String name = entries.nameOf(entry);
          String from = entries.sourceOf(entry);
          if (position != null && name != null && from != null && !from.equals(source)) {
            others.add(name, "", position, id);
          }
        });
  }

  private final Nearby others = new Nearby();

  /** Whether another list has brought something like it; to be asked before the row is taken. */
  void warnOfOthers(Draft<T> draft) {
    LngLat position = draft.position();
    if (position != null) {
      others
          .find(draft.name(), "", position)
          .filter(spot -> !Objects.equals(spot.label(), idOf(draft)))
          .ifPresent(
              spot ->
                  draft
                      .remarks()
                      .warn(
                          Warning.DUPLICATE,
                          "perhaps the same as entry " + spot.label() + " of another list"));
    }
  }

  private void warnOfMove(Draft<T> draft, T before) {
    LngLat was = entries.positionOf(before);
    LngLat is = draft.position();
    if (was != null && is != null && was.distanceMetersTo(is) > MOVED_METERS) {
      draft
          .remarks()
          .warn(
              Warning.CHECK,
              "moved by %.1f km: if it is another one, name the list with source"
                  .formatted(was.distanceMetersTo(is) / 1000));
    }
  }

  /** Ids of entries that this list brought once and no longer has, in order. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>(made.keySet());
    existing.forEach(
        (id, entry) -> {
          @Nullable String from = entries.sourceOf(entry);
          if (source.equals(from) && !seen.contains(id)) {
            missing.add(id);
          }
        });
    missing.sort(null);
    return missing;
  }
}
