package io.dispatch120.dispatch.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of location-sharing links: derived from the link's id with the installation's secret, so
 * that a repeated request shows the same link again although only the token's hash is stored.
 * Thread-safe.
 */
public final class LocatorTokens {
  /** 192 bits, more than the 128 that guessing must face; 32 characters in an address. */
  private static final int TOKEN_BYTES = 24;

  private final byte[] secret;

  public LocatorTokens(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The token of a link, safe to stand in an address. */
  public String token(String linkId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] digest = mac.doFinal(linkId.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, TOKEN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not work on this Java", e);
    }
  }

  /** What is stored and looked up instead of a token: its SHA-256 in hex. */
  public static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java", e);
    }
  }
}
