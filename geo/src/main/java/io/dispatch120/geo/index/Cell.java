package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;

/**
 * A cell of the Earth, halved in longitude and latitude at each level. Codes weave the bits of both
 * axes, so the codes of all points of a cell begin with its prefix.
 *
 * @param prefix the first {@code level * BITS} bits of the codes inside
 * @param level 0 for the whole Earth, at most {@value #MAX_LEVEL}
 */
record Cell(long prefix, int level) {

  static final Cell EARTH = new Cell(0, 0);

  /** Of both axes together, a level. */
  private static final int BITS = 2;

  /** Cells of this level are some 4 by 2 centimetres: finer than any position. */
  static final int MAX_LEVEL = 30;

  private static final int AXIS_BITS = MAX_LEVEL * BITS / 2;

  /** The code of a position; points of one smallest cell share it. */
  static long code(LngLat position) {
    return spread(part(position.lng(), 360)) << 1 | spread(part(position.lat(), 180));
  }

  /** The cell of a level in which a code lies. */
  static Cell at(int level, long code) {
    return new Cell(code >>> shift(level), level);
  }

  boolean contains(long code) {
    return code >>> shift(level) == prefix;
  }

  /** Whether this cell is {@code larger} or a part of it. */
  boolean liesIn(Cell larger) {
    return level >= larger.level && prefix >>> (level - larger.level) * BITS == larger.prefix;
  }

  /** The smallest cell that holds both this one and a code. */
  Cell joinedWith(long code) {
    long difference = prefix << shift(level) ^ code;
    int common = MAX_LEVEL * BITS - (Long.SIZE - Long.numberOfLeadingZeros(difference));
    return at(Math.min(level, common / BITS), code);
  }

  private static int shift(int level) {
    return (MAX_LEVEL - level) * BITS;
  }

  private static long part(double degrees, int range) {
    long cells = 1L << AXIS_BITS;
    return Math.min(cells - 1, (long) ((degrees + range / 2.0) / range * cells));
  }

  /** Moves bit n to bit 2n. */
  private static long spread(long bits) {
    long x = bits;
    x = (x | x << 16) & 0x0000_FFFF_0000_FFFFL;
    x = (x | x << 8) & 0x00FF_00FF_00FF_00FFL;
    x = (x | x << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
    x = (x | x << 2) & 0x3333_3333_3333_3333L;
    return (x | x << 1) & 0x5555_5555_5555_5555L;
  }
}
