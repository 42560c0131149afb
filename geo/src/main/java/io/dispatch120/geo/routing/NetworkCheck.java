package io.dispatch120.geo.routing;

/** Whether what was read is a map that one can drive on. */
final class NetworkCheck {

  private static final int MAX_LNG7 = 1_800_000_000;
  private static final int MAX_LAT7 = 900_000_000;

  private NetworkCheck() {}

  /**
   * Looks at a network that was just read.
   *
   * @throws MapUnreadable when no ambulance can use it, or it lies outside the Earth
   */
  static void check(Network network, MapSource source) throws MapUnreadable {
    boolean drivable = false;
    for (int course = 0; course < network.courses(); course++) {
      drivable |= network.drivable(course);
    }
    if (!drivable) {
      throw noRoads(source.fileName());
    }
    if (network.courses() > Links.MAX_COURSES) {
      throw new MapUnreadable(
          source.fileName() + " has too many roads. Take an extract of the province.");
    }
    for (int point = 0; point < network.lng7().length; point++) {
      if (Math.abs(network.lng7()[point]) > MAX_LNG7
          || Math.abs(network.lat7()[point]) > MAX_LAT7) {
        throw new MapUnreadable(
            source.fileName()
                + " has a road at "
                + network.lng(point)
                + ", "
                + network.lat(point)
                + ", which is outside the Earth. Download or export it again.");
      }
    }
  }

  static MapUnreadable noRoads(String fileName) {
    return new MapUnreadable(
        fileName
            + " has no road that an ambulance can use. Take an extract that covers the service"
            + " area and includes its highways.");
  }
}
