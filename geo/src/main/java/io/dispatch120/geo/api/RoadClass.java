package io.dispatch120.geo.api;

/**
 * Kind of a road, after the {@code highway} classes of OpenStreetMap; links count as their road.
 */
public enum RoadClass {
  MOTORWAY,
  TRUNK,
  PRIMARY,
  SECONDARY,
  TERTIARY,
  UNCLASSIFIED,
  RESIDENTIAL,
  LIVING_STREET,
  SERVICE,
  TRACK,
  /** Everything else, ferries included. */
  OTHER
}
