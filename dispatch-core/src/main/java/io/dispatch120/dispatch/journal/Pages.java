package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The identity of text messages to a hospital's ladder. */
public final class Pages {
  private Pages() {}

  /** One message: the level that is told and the recipient's number within it. */
  public static String id(EscalationId escalation, int recipient) {
    return escalation + "/" + recipient;
  }

  /** What the token of a message's link is derived from; no link of a caller has such an id. */
  public static String linkId(String pageId) {
    return "answer/" + pageId;
  }

  /**
   * What a message is called outside: the same however often and by whatever node it is sent, so
   * that who delivers it can drop a repetition. 32 hexadecimal digits.
   */
  public static String messageId(CenterId center, String pageId) {
    try {
      String text = "page/" + center + "/" + pageId;
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java", e);
    }
  }
}
