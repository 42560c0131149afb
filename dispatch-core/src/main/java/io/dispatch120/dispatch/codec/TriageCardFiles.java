package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.triage.TriageCard;
import io.dispatch120.dispatch.triage.TriageCards;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The cards that are shipped: the files named in {@code /triage/cards.txt}, a name a line. A new
 * card, or a new version of one, is a file and a line; the file of a version that a centre may have
 * in force stays as it is.
 */
public final class TriageCardFiles {
  private static final String FOLDER = "triage/";
  private static final String LIST = FOLDER + "cards.txt";

  private TriageCardFiles() {}

  /**
   * Reads them all.
   *
   * @throws CardProblems when one cannot be used; names file and line
   */
  public static TriageCards shipped() {
    List<TriageCard> cards = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    new String(bytes(LIST), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            file -> {
              try {
                cards.add(read(FOLDER + file, cards));
              } catch (CardProblems e) {
                problems.addAll(e.problems());
              }
            });
    if (!problems.isEmpty()) {
      throw new CardProblems(problems);
    }
    return new TriageCards(cards);
  }

  private static TriageCard read(String name, List<TriageCard> others) {
    TriageCard card = TriageCardReader.read(name, bytes(name));
    if (new TriageCards(others).find(card.card(), card.version()).isPresent()) {
      throw new CardProblems(
          List.of(
              name + ":1: version " + card.version() + " of " + card.card() + " is there twice"));
    }
    return card;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = TriageCardFiles.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new CardProblems(List.of(name + ":1: is named in " + LIST + ", and missing"));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
