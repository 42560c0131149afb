package io.dispatch120.web;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A strong tag of what is answered: the same bytes have the same one on every node and after every
 * start.
 *
 * @param value 128 bits of the SHA-256, in hex
 */
public record EntityTag(String value) {
  private static final int BYTES = 16;

  public static EntityTag of(Buffer body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      return new EntityTag(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The tag of the same thing in another form, such as compressed. */
  public EntityTag variant(String form) {
    return new EntityTag(value + "-" + form);
  }

  /** Whether a client that sends this {@code If-None-Match} has it already. */
  public boolean matches(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String each : ifNoneMatch.split(",", -1)) {
      String given = each.strip();
      // Weak comparison, as RFC 9110 has it for If-None-Match.
      if (given.equals("*") || given.equals(toString()) || given.equals("W/" + this)) {
        return true;
      }
    }
    return false;
  }

  /** As it stands in {@code ETag}. */
  @Override
  public String toString() {
    return "\"" + value + "\"";
  }
}
