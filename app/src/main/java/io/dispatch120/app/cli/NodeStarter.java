package io.dispatch120.app.cli;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.StartFailure;

/** Puts one node together and starts it. */
public interface NodeStarter {
  /**
   * Returns when the node serves its clients. On failure everything already started is stopped.
   *
   * @throws StartFailure when the operator can put right what is wrong
   */
  RunningNode start(Configuration configuration);
}
