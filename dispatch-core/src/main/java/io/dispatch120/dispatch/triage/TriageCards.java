package io.dispatch120.dispatch.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every card this installation ships, each version of it: what a centre can put in force. By card,
 * the newest version first.
 */
public record TriageCards(List<TriageCard> all) {
  private static final Comparator<TriageCard> ORDER =
      Comparator.comparing(TriageCard::card)
          .thenComparing(Comparator.comparingInt(TriageCard::version).reversed());

  public static final TriageCards NONE = new TriageCards(List.of());

  public TriageCards {
    all = all.stream().sorted(ORDER).toList();
  }

  public Optional<TriageCard> find(String card, int version) {
    return all.stream()
        .filter(one -> one.card().equals(card) && one.version() == version)
        .findFirst();
  }

  public boolean knows(String card) {
    return all.stream().anyMatch(one -> one.card().equals(card));
  }
}
