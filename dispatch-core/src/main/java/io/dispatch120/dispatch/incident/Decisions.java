package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command;

/**
 * The one door to every decision: {@code decide(scene, command, moment)}. Pure. Completes each
 * decision with what must follow from it (alerts that clear themselves, notices), so that callers
 * never have to.
 */
public final class Decisions {
  private Decisions() {}

  public static Decision decide(Scene scene, Command command, Moment moment) {
    throw new UnsupportedOperationException(command.name());
  }
}
