package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Personal;
import io.vertx.core.Future;

/**
 * Hands text messages to whoever delivers them. Thread-safe. A future that succeeds says that the
 * message was taken for delivery, not that anybody has read it; it ends within seconds either way.
 * Fails with {@link NotSent}; any other failure counts as one that may pass.
 */
public interface SmsPort {

  Future<Void> send(Sms sms);

  /**
   * One message.
   *
   * @param id the same for every attempt, so that a repetition can be told
   * @param text may hold a link that lets whoever has it answer: not for logs
   */
  record Sms(String id, Personal to, String text) {
    @Override
    public String toString() {
      return "text message " + id;
    }
  }

  /** The message has not left. */
  final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean lasting;

    /**
     * @param problem in words without personal data
     * @param lasting another attempt would fail as well
     */
    public NotSent(String problem, boolean lasting) {
      super(problem, null, false, false);
      this.lasting = lasting;
    }

    public boolean lasting() {
      return lasting;
    }
  }
}
