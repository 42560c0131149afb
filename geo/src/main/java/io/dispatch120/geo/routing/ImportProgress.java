package io.dispatch120.geo.routing;

/**
 * How far an import is.
 *
 * @param step what it does
 * @param done how much of it is done, in the unit of the step
 * @param total how much there is, 0 when that is not known yet
 */
public record ImportProgress(Step step, long done, long total) {

  /** What an import does, one after the other. */
  public enum Step {
    /** Looks whether the file is whole; counts bytes of the file. */
    CHECKING,
    /** Takes roads and turn restrictions from it; counts passes over the file. */
    READING,
    /** Makes the network; counts roads between junctions. */
    BUILDING,
    /** Orders junctions for the search; counts junctions. */
    ORDERING,
    /** Writes the folder; counts bytes. */
    WRITING
  }
}
