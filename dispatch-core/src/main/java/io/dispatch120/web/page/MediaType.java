package io.dispatch120.web.page;

import java.util.Map;
import java.util.Optional;

/**
 * What kind of file it is, by its name. Files of other kinds are not served.
 *
 * @param text of {@code Content-Type}
 * @param compressible whether compressing makes it smaller
 */
record MediaType(String text, boolean compressible) {
  private static final Map<String, MediaType> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("html", text("text/html; charset=utf-8")),
          Map.entry("js", text("text/javascript; charset=utf-8")),
          Map.entry("mjs", text("text/javascript; charset=utf-8")),
          Map.entry("css", text("text/css; charset=utf-8")),
          Map.entry("txt", text("text/plain; charset=utf-8")),
          Map.entry("json", text("application/json")),
          Map.entry("geojson", text("application/geo+json")),
          Map.entry("webmanifest", text("application/manifest+json")),
          Map.entry("svg", text("image/svg+xml")),
          Map.entry("wasm", text("application/wasm")),
          Map.entry("ico", text("image/vnd.microsoft.icon")),
          Map.entry("wav", text("audio/wav")),
          Map.entry("png", packed("image/png")),
          Map.entry("woff2", packed("font/woff2")),
          Map.entry("mp3", packed("audio/mpeg")));

  private static MediaType text(String name) {
    return new MediaType(name, true);
  }

  private static MediaType packed(String name) {
    return new MediaType(name, false);
  }

  static Optional<MediaType> find(String fileName) {
    return Optional.ofNullable(BY_EXTENSION.get(fileName.substring(fileName.lastIndexOf('.') + 1)));
  }
}
