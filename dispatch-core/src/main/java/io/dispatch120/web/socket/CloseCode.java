package io.dispatch120.web.socket;

/** The close codes of the socket protocol; those from 4000 on are our own. */
public final class CloseCode {
  /** The client said goodbye. */
  public static final int NORMAL = 1000;

  /** This node is going down: connect again, another one serves. */
  public static final int GOING_AWAY = 1001;

  /** The connection broke without a close frame; never sent. */
  public static final int ABNORMAL = 1006;

  /** A message of the client is larger than it may be. */
  public static final int TOO_BIG = 1009;

  /** A fault of ours: connect again. */
  public static final int INTERNAL_ERROR = 1011;

  /** The client takes frames more slowly than they come: connect again with {@code since}. */
  public static final int SLOW_CLIENT = 4008;

  /** Not JSON, not a known message, or a bad {@code since}. */
  public static final int BAD_MESSAGE = 4400;

  /** The session or link has ended. */
  public static final int SESSION_ENDED = 4401;

  /** This role has no business here. */
  public static final int WRONG_ROLE = 4403;

  /** Nothing came from the client, not even a pong. */
  public static final int SILENT_CLIENT = 4408;

  /** More messages than a client may send. */
  public static final int TOO_MANY_MESSAGES = 4429;

  private CloseCode() {}
}
