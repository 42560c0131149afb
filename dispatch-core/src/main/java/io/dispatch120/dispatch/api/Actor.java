package io.dispatch120.dispatch.api;

import java.util.Locale;

/**
 * Who did something, as the journal keeps it.
 *
 * @param kind a role in lower case, {@code caller} or {@code system}
 * @param name user name, unit id, or the part of the system
 */
public record Actor(String kind, String name) {
  public static Actor user(Role role, String name) {
    return new Actor(role.name().toLowerCase(Locale.ROOT), name);
  }

  /** The person behind a location-sharing link. */
  public static Actor caller() {
    return new Actor("caller", "link");
  }

  /** The doctor behind the link of a text message. */
  public static Actor pagedDoctor() {
    return new Actor("hospital", "link");
  }

  public static Actor system(String part) {
    return new Actor("system", part);
  }

  /** Reads what {@link #toString()} writes. */
  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Actor("system", text)
        : new Actor(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return kind + ":" + name;
  }
}
