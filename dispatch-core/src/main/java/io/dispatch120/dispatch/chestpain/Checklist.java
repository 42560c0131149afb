package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What forbids thrombolysis, as questions: data with a version and a source. A draft until a
 * physician of the centre has put this very version in force; a draft may forbid, never permit.
 * Immutable.
 *
 * @param id such as {@code thrombolysis}
 * @param sources what the questions were written after
 */
public record Checklist(String id, int version, List<String> sources, List<Item> items) {
  public static final String YES = "yes";
  public static final String NO = "no";

  /**
   * @throws IllegalArgumentException when there are no items, or two have one id
   */
  public Checklist {
    sources = List.copyOf(sources);
    items = List.copyOf(items);
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("item " + item.id() + " is there twice");
      }
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a checklist needs items");
    }
  }

  /** How much a yes forbids. */
  public enum Grade {
    ABSOLUTE,
    RELATIVE
  }

  /** A question in both languages; yes speaks against thrombolysis. */
  public record Item(String id, Grade grade, String zh, String en) {}

  /**
   * Whose word puts a version in force.
   *
   * @param from the first day, in the zone of the centre
   */
  public record Approval(int version, String physician, LocalDate from) {}

  /** Whether a physician of the centre has put this version in force by {@code now}. */
  public boolean inForce(CenterInfo center, Instant now) {
    return inForce(
        Optional.ofNullable(center.checklists().get(id))
            .map(
                given ->
                    new Approval(
                        given.version(), given.physician(), LocalDate.parse(given.from()))),
        LocalDate.ofInstant(now, ZoneId.of(center.zone())));
  }

  /** Whether this version counts on a day. */
  public boolean inForce(Optional<Approval> approval, LocalDate today) {
    return approval
        .filter(given -> given.version() == version)
        .filter(given -> !given.physician().isBlank())
        .filter(given -> !today.isBefore(given.from()))
        .isPresent();
  }

  /** Ids in {@code answers} that are no item, so that nobody takes them for answered. */
  public Set<String> unknownIn(Map<String, String> answers) {
    Set<String> unknown = new HashSet<>(answers.keySet());
    items.forEach(item -> unknown.remove(item.id()));
    return unknown;
  }

  /**
   * What the answers come to. One absolute yes is enough, in a draft too. Anything else but {@code
   * yes} and {@code no} is not answered.
   *
   * @param answers by the id of the item
   * @param inForce see {@link #inForce}
   */
  public Contraindications evaluate(Map<String, String> answers, boolean inForce) {
    Set<Grade> said =
        items.stream()
            .filter(item -> YES.equals(answers.get(item.id())))
            .map(Item::grade)
            .collect(Collectors.toSet());
    if (said.contains(Grade.ABSOLUTE)) {
      return Contraindications.ABSOLUTE;
    }
    boolean whole =
        items.stream()
            .map(item -> answers.get(item.id()))
            .allMatch(answer -> YES.equals(answer) || NO.equals(answer));
    if (!whole || !inForce) {
      return Contraindications.NOT_ANSWERED;
    }
    return said.contains(Grade.RELATIVE) ? Contraindications.RELATIVE : Contraindications.NONE;
  }
}
