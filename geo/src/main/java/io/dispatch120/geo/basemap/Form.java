package io.dispatch120.geo.basemap;

/** Geometry types of the tile format, with its numbers. */
enum Form {
  POINT(1),
  LINE(2),
  POLYGON(3);

  private final int code;

  Form(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Form of(int code) {
    return values()[code - 1];
  }
}
