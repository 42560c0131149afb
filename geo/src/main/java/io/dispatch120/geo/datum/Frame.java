package io.dispatch120.geo.datum;

/**
 * The national frames on which the Chinese grids lie.
 *
 * <p>Only CGCS2000 has a published relation to WGS 84. For Beijing 1954 EPSG lists one set of
 * shifts for each of six areas; the one for the Tarim basin (EPSG:15921), which GeoTools takes too,
 * is used: the other inland one (EPSG:15918) is 4 m from it, those at sea up to 50 m. For Xian 1980
 * there is none, so latitude and longitude are taken over; practice knows differences up to some 80
 * m.
 */
enum Frame {
  CGCS2000(6_378_137, 298.257_222_101, 0, 0, 0, 1),
  XIAN_1980(6_378_140, 298.257, 0, 0, 0, 100),
  BEIJING_1954(6_378_245, 298.3, 15.8, -154.4, -82.3, 30);

  final double semiMajorMeters;
  final double semiMinorMeters;

  /** Shift of the origin towards WGS 84. */
  final double dxMeters;

  final double dyMeters;
  final double dzMeters;
  final double uncertaintyMeters;

  Frame(
      double semiMajorMeters,
      double inverseFlattening,
      double dxMeters,
      double dyMeters,
      double dzMeters,
      double uncertaintyMeters) {
    this.semiMajorMeters = semiMajorMeters;
    this.semiMinorMeters = semiMajorMeters * (1 - 1 / inverseFlattening);
    this.dxMeters = dxMeters;
    this.dyMeters = dyMeters;
    this.dzMeters = dzMeters;
    this.uncertaintyMeters = uncertaintyMeters;
  }
}
