package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of an installation, all derived from its master key by HMAC-SHA256 with a label each,
 * so that one tells nothing of another: the key that wraps the incidents' keys, the secret of
 * location-sharing links and the secret of the phone index. Immutable, thread-safe.
 */
public final class KeyRing {
  private static final int MASTER_BYTES = 32;

  private final byte[] master;
  private final DataKey wrapping;
  private final byte[] phoneSecret;
  private final LocatorTokens locatorTokens;

  /**
   * @param master 256 bits
   */
  public KeyRing(byte[] master) {
    if (master.length != MASTER_BYTES) {
      throw new IllegalArgumentException("a master key has 32 bytes, not " + master.length);
    }
    this.master = master.clone();
    this.wrapping = new DataKey(derived("wrap incident keys"));
    this.phoneSecret = derived("index phones");
    this.locatorTokens = new LocatorTokens(derived("locator tokens"));
  }

  /** A new one from the system's secure random source. */
  public static KeyRing random() {
    byte[] bytes = new byte[MASTER_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new KeyRing(bytes);
  }

  /**
   * Reads a file that holds 32 bytes in base64, as {@code openssl rand -base64 32} writes them.
   *
   * @throws IOException when it cannot be read, or holds something else; the message says what to
   *     do
   */
  public static KeyRing read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          file + " holds no key: write one with openssl rand -base64 32 > " + file, e);
    }
  }

  /** Reads what {@link #text()} gives. */
  public static KeyRing parse(String base64) {
    return new KeyRing(Base64.getDecoder().decode(base64.strip()));
  }

  /** The master key itself, in base64. */
  public String text() {
    return Base64.getEncoder().encodeToString(master);
  }

  /** Tells this key from others without telling anything about it. */
  public String check() {
    return HexFormat.of().formatHex(derived("check"));
  }

  /** An incident's key as it is stored; bound to its incident, it opens for no other. */
  public String wrap(CenterId center, IncidentId incident, DataKey key) {
    return Base64.getEncoder().encodeToString(wrapping.wrap(key, context(center, incident)));
  }

  public DataKey unwrap(CenterId center, IncidentId incident, String wrapped) {
    return wrapping.unwrap(Base64.getDecoder().decode(wrapped), context(center, incident));
  }

  public LocatorTokens locatorTokens() {
    return locatorTokens;
  }

  /**
   * A number's place in the phone index. However it is written (spaces, dashes, with or without
   * 86), it is the same.
   */
  public String phoneHash(Personal phone) {
    String digits = phone.text().replaceAll("[^0-9]", "");
    String national =
        digits.startsWith("0086")
            ? digits.substring(4)
            : digits.startsWith("86") && digits.length() > 11 ? digits.substring(2) : digits;
    return HexFormat.of().formatHex(hmac(phoneSecret, national));
  }

  private static String context(CenterId center, IncidentId incident) {
    return center.value().length() + ":" + center + "/" + incident;
  }

  private byte[] derived(String label) {
    return hmac(master, "dispatch120: " + label);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not work on this Java", e);
    }
  }
}
