package io.dispatch120.dispatch.importing.hours;

import org.jspecify.annotations.Nullable;

/**
 * What a row says about when its device can be reached.
 *
 * @param osm in OpenStreetMap notation; null means unknown
 * @param text as the list has it, null when it says nothing
 * @param warning for people, null when all is clear
 */
public record Hours(@Nullable String osm, @Nullable String text, @Nullable String warning) {
  public static final Hours NONE = new Hours(null, null, null);
}
