package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.EscalationId;

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
}
