package io.dispatch120.dispatch.api;

/** A text for people, in both languages of the product; neither is empty. */
public record Words(String zh, String en) {
  public Words {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text is needed in both languages");
    }
  }
}
