package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.command.Arrivals.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The words of text messages to hospitals in one language, from {@code messages/page_*.properties}.
 * They say what kind of patient comes and when, where to, and where to answer: nothing about who
 * the patient is. Immutable.
 */
public final class PageTexts {
  private final Properties words;

  private PageTexts(Properties words) {
    this.words = words;
  }

  /**
   * @param language a tag such as {@code zh-CN}
   * @throws IllegalArgumentException when there are no words in it, or some are missing
   */
  public static PageTexts of(String language) {
    String file = "/messages/page_" + language + ".properties";
    try (InputStream in = PageTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no text messages in the language " + language);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      Properties words = new Properties();
      words.load(reader);
      PageTexts texts = new PageTexts(words);
      texts.checkWhole();
      return texts;
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
  }

  private void checkWhole() {
    for (PreAlertKind kind : PreAlertKind.values()) {
      word("kind." + kind.code());
    }
    for (String key :
        new String[] {"kind.stemi", "arrival.onTheWay", "arrival.fromScene", "arrival.unknown"}) {
      word(key);
    }
    word("text");
  }

  /**
   * @param stemi a chest pain that is one
   * @param link where to answer
   */
  public String text(
      PreAlertKind kind, boolean stemi, Optional<Arrival> arrival, String hospital, String link) {
    return word("text")
        .replace("{kind}", word(stemi ? "kind.stemi" : "kind." + kind.code()))
        .replace("{arrival}", arrival.map(this::words).orElseGet(() -> word("arrival.unknown")))
        .replace("{hospital}", hospital)
        .replace("{link}", link);
  }

  private String words(Arrival arrival) {
    return word(arrival.departed() ? "arrival.onTheWay" : "arrival.fromScene")
        .replace("{minutes}", Long.toString(arrival.minutes()));
  }

  private String word(String key) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("the text messages lack " + key);
    }
    return word;
  }
}
