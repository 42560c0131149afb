package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.vertx.core.Future;

/**
 * What this node holds in memory of every centre. Thread-safe.
 *
 * <p>Every method throws {@link java.util.NoSuchElementException} for a centre that is not on this
 * installation.
 */
public interface LiveCenters {
  Board getBoard(CenterId center);

  LiveFleet getFleet(CenterId center);

  LiveRoads getRoads(CenterId center);

  /** Which hospital would help a patient first. */
  DestinationAdvisor getAdvisor(CenterId center);

  /** The board as a whole, as of one sequence number: taken on the board's own context. */
  Future<Picture> takePicture(CenterId center);
}
