package io.dispatch120.dispatch.codec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key that seals texts and other keys with GCM: a random nonce of 96 bits, then the
 * ciphertext with its tag of 128 bits (NIST SP 800-38D). Each incident has one, so destroying it
 * erases what was said about its people while the journal keeps its facts. Immutable, thread-safe.
 */
public final class DataKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] NO_CONTEXT = {};
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  /**
   * @param bytes 256 bits
   */
  public DataKey(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** A new key from the system's secure random source. */
  public static DataKey random() {
    return new DataKey(randomBytes(KEY_BYTES));
  }

  /** The text, sealed, in base64. */
  public String seal(String text) {
    byte[] sealed = seal(text.getBytes(StandardCharsets.UTF_8), NO_CONTEXT);
    return Base64.getEncoder().encodeToString(sealed);
  }

  /**
   * What {@link #seal(String)} was given.
   *
   * @throws IllegalStateException when it was sealed with another key or has been changed
   */
  public String open(String sealed) {
    return new String(open(Base64.getDecoder().decode(sealed), NO_CONTEXT), StandardCharsets.UTF_8);
  }

  /**
   * Seals bytes.
   *
   * @param context what they are and belong to; they open only with the same
   */
  public byte[] sealBytes(byte[] plain, String context) {
    return seal(plain, context.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What {@link #sealBytes} was given.
   *
   * @throws IllegalStateException when this is not the key or the context they were sealed with
   */
  public byte[] openBytes(byte[] sealed, String context) {
    return open(sealed, context.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Seals another key under this one.
   *
   * @param context what the wrapped key belongs to; it opens only with the same
   */
  public byte[] wrap(DataKey other, String context) {
    return seal(other.key.getEncoded(), context.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key that {@link #wrap} was given.
   *
   * @throws IllegalStateException when this is not the key or the context it was wrapped with
   */
  public DataKey unwrap(byte[] wrapped, String context) {
    return new DataKey(open(wrapped, context.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] seal(byte[] plain, byte[] context) {
    try {
      byte[] nonce = randomBytes(NONCE_BYTES);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM does not work on this Java", e);
    }
  }

  private byte[] open(byte[] sealed, byte[] context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new IllegalStateException("a sealed text of " + sealed.length + " bytes is cut off");
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed with another key, or changed", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
