package io.dispatch120.web.page;

import io.dispatch120.web.EntityTag;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in memory in every form it is sent in. The buffers are written many times and never
 * changed.
 *
 * @param brotli and {@code gzip}: null when there is no such form
 */
record StaticFile(
    MediaType type, EntityTag tag, Buffer plain, @Nullable Buffer brotli, @Nullable Buffer gzip) {

  /** Below this, compressing saves no packet worth the while. */
  private static final int WORTH_COMPRESSING_BYTES = 4 * 1024;

  /** What one client gets of it; {@code encoding} is null for the plain form. */
  record Form(@Nullable String encoding, Buffer body, EntityTag tag) {}

  /**
   * The file with the forms that were built with it; a gzip form is made when there is none and it
   * is worth it. Takes milliseconds a megabyte.
   */
  static StaticFile of(
      MediaType type, byte[] plain, byte @Nullable [] brotli, byte @Nullable [] gzip) {
    boolean pack = gzip == null && type.compressible() && plain.length > WORTH_COMPRESSING_BYTES;
    byte[] packed = pack ? compress(plain) : gzip;
    Buffer body = Buffer.buffer(plain);
    return new StaticFile(
        type,
        EntityTag.of(body),
        body,
        brotli == null ? null : Buffer.buffer(brotli),
        packed == null ? null : Buffer.buffer(packed));
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /** Whether what a client gets depends on what it accepts. */
  boolean varies() {
    return brotli != null || gzip != null;
  }

  /** The smallest form that a client with this {@code Accept-Encoding} takes. */
  Form formFor(@Nullable String acceptEncoding) {
    if (brotli != null && accepts(acceptEncoding, "br")) {
      return new Form("br", brotli, tag.variant("br"));
    }
    if (gzip != null && accepts(acceptEncoding, "gzip")) {
      return new Form("gzip", gzip, tag.variant("gzip"));
    }
    return new Form(null, plain, tag);
  }

  /** Named and not refused with {@code q=0}; {@code *} is not taken as a promise. */
  private static boolean accepts(@Nullable String acceptEncoding, String coding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = each.split(";", 2);
      if (parts[0].strip().equals(coding)) {
        return parts.length == 1 || !parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
      }
    }
    return false;
  }
}
