package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a port answered.
 *
 * @param body missing when there is none
 */
public record Answer(int status, JsonNode body) {
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Nothing was decided: the same request may be sent again. */
  boolean transientFailure() {
    return status == 401 || status == 429 || status >= 500;
  }
}
