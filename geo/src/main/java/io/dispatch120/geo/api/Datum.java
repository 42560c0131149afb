package io.dispatch120.geo.api;

/** The geodetic datum a pair of coordinates is given in. */
public enum Datum {
  /** GPS, OpenStreetMap, and everything inside this system. */
  WGS84,
  /** AMap, Tencent and the Chinese maps of phones: shifted by some 600 m inside China. */
  GCJ02,
  /** Baidu: GCJ-02 shifted once more. */
  BD09,
  /** Chinese government data; centimetres from WGS 84. */
  CGCS2000
}
