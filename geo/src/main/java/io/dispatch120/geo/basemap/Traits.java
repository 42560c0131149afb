package io.dispatch120.geo.basemap;

/**
 * What tiles say of a feature besides its shape.
 *
 * @param kind class of a road; empty elsewhere
 * @param name in Chinese where there is such a name, otherwise the local one; may be empty
 * @param nameEn empty when there is none
 * @param tunnel whether a road is under ground
 * @param rank of a place: 1, the most important, to 4; 0 elsewhere
 */
record Traits(String kind, String name, String nameEn, boolean tunnel, int rank) {
  static final Traits NONE = new Traits("", "", "", false, 0);

  Traits unnamed() {
    return new Traits(kind, "", "", tunnel, rank);
  }

  void writeTo(Bytes out) {
    out.text(kind);
    out.text(name);
    out.text(nameEn);
    out.varint(rank << 1 | (tunnel ? 1 : 0));
  }

  static Traits readFrom(Bytes.Reader in) {
    String kind = in.text();
    String name = in.text();
    String nameEn = in.text();
    int rest = (int) in.varint();
    return new Traits(kind, name, nameEn, (rest & 1) == 1, rest >> 1);
  }
}
