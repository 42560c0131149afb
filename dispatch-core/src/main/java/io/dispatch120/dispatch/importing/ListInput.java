package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import org.jspecify.annotations.Nullable;

/**
 * A list, and what was said about it.
 *
 * @param geoJson it was said to be GeoJSON; else its first character tells
 * @param datum what its coordinates are given in, null when nobody said
 * @param assumeWgs84 take them for WGS 84 then, with a note, instead of asking
 * @param encoding character set by name, null to find it out
 * @param source what the list is called, null when nobody said
 * @param otherwise what to call it when it does not say itself either
 */
public record ListInput(
    ListKind kind,
    byte[] bytes,
    boolean geoJson,
    @Nullable String datum,
    boolean assumeWgs84,
    @Nullable String encoding,
    @Nullable String source,
    String otherwise,
    MappingFile mapping,
    boolean dryRun) {

  /** Largest list, by the contract. */
  public static final int MAX_BYTES = 32 << 20;
}
