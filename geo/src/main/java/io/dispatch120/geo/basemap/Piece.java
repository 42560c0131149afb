package io.dispatch120.geo.basemap;

import java.util.ArrayList;
import java.util.List;

/**
 * What one tile shows of one feature.
 *
 * @param parts lines, or an outer ring and its holes, in units of the tile
 */
record Piece(GroundLayer layer, Form form, Traits traits, List<int[]> parts) {

  void writeTo(Bytes out) {
    out.single(layer.ordinal());
    out.single(form.code());
    traits.writeTo(out);
    out.varint(parts.size());
    for (int[] part : parts) {
      out.varint(part.length);
      for (int i = 0; i < part.length; i++) {
        out.zigzag(i < 2 ? part[i] : part[i] - part[i - 2]);
      }
    }
  }

  static Piece readFrom(Bytes.Reader in) {
    GroundLayer layer = GroundLayer.at(in.single());
    Form form = Form.of(in.single());
    Traits traits = Traits.readFrom(in);
    int count = (int) in.varint();
    List<int[]> parts = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      int[] part = new int[(int) in.varint()];
      for (int i = 0; i < part.length; i++) {
        part[i] = in.zigzag() + (i < 2 ? 0 : part[i - 2]);
      }
      parts.add(part);
    }
    return new Piece(layer, form, traits, parts);
  }
}
