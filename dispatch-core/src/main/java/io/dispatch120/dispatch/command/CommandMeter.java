package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import java.time.Duration;

/** Hears how commands fare. Implementations never throw and never block. */
public interface CommandMeter {
  /** For tests and tools that measure nothing. */
  CommandMeter NONE =
      new CommandMeter() {
        @Override
        public void command(Command command, String outcome, Duration taken) {}

        @Override
        public void batch(int size) {}

        @Override
        public void waiting(int commands) {}
      };

  /**
   * @param outcome {@code done}, {@code replayed}, a refusal code, {@code spooled} or {@code
   *     failed}
   */
  void command(Command command, String outcome, Duration taken);

  /** Commands in one append. */
  void batch(int size);

  /** Commands taken and not yet answered. */
  void waiting(int commands);
}
