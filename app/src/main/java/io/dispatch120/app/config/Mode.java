package io.dispatch120.app.config;

/** How a node is started; some settings have another default, or no meaning, in the other mode. */
public enum Mode {
  /** With the demo center and demo accounts; reachable only from this machine. */
  DEMO,
  /** Real operation, without any demo data. */
  SERVE
}
