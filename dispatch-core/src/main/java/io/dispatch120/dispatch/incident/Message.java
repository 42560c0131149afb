package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text between caller, dispatch centre and crew.
 *
 * @param callId of the caller who wrote it, null for everybody else
 */
public record Message(
    String id, MessageSender sender, Personal text, Instant at, @Nullable CallId callId) {

  /**
   * Whether the caller of {@code call} may read it: the own words and the dispatch centre's, but
   * neither what another caller writes nor what a crew reports of the patient.
   */
  public boolean isFor(CallId call) {
    return switch (sender) {
      case DISPATCHER -> true;
      case CALLER -> call.equals(callId);
      case CREW -> false;
    };
  }
}
