package io.dispatch120.geo.basemap;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mapbox Vector Tile 2.1 (https://github.com/mapbox/vector-tile-spec): one message with a message
 * for each layer, in which keys and values are listed once.
 */
final class TileEncoder {
  private static final int VERSION = 2;

  private TileEncoder() {}

  static byte[] encode(List<Piece> pieces) {
    Map<GroundLayer, LayerBytes> layers = new EnumMap<>(GroundLayer.class);
    for (Piece piece : LineMerger.merge(pieces)) {
      layers.computeIfAbsent(piece.layer(), layer -> new LayerBytes()).add(piece);
    }
    Bytes tile = new Bytes();
    layers.forEach(
        (layer, content) -> {
          field(tile, 3, 2);
          tile.bytes(content.toBytes(layer.title()));
        });
    return tile.toArray();
  }

  private static void field(Bytes out, int number, int wireType) {
    out.varint((long) number << 3 | wireType);
  }

  private static final class LayerBytes {
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final Bytes features = new Bytes();

    void add(Piece piece) {
      Bytes tags = new Bytes();
      properties(piece.traits())
          .forEach(
              (key, value) -> {
                tags.varint(number(keys, key));
                tags.varint(number(values, value));
              });
      Bytes feature = new Bytes();
      if (tags.size() > 0) {
        field(feature, 2, 2);
        feature.bytes(tags);
      }
      field(feature, 3, 0);
      feature.varint(piece.form().code());
      field(feature, 4, 2);
      feature.bytes(geometry(piece));
      field(features, 2, 2);
      features.bytes(feature);
    }

    private static <T> int number(Map<T, Integer> known, T of) {
      Integer number = known.get(of);
      if (number == null) {
        number = known.size();
        known.put(of, number);
      }
      return number;
    }

    private static Map<String, Object> properties(Traits traits) {
      Map<String, Object> properties = new TreeMap<>();
      if (!traits.kind().isEmpty()) {
        properties.put("class", traits.kind());
      }
      if (!traits.name().isEmpty()) {
        properties.put("name", traits.name());
      }
      if (!traits.nameEn().isEmpty()) {
        properties.put("nameEn", traits.nameEn());
      }
      if (traits.tunnel()) {
        properties.put("tunnel", Boolean.TRUE);
      }
      if (traits.rank() > 0) {
        properties.put("rank", traits.rank());
      }
      return properties;
    }

    Bytes toBytes(String name) {
      Bytes layer = new Bytes();
      field(layer, 15, 0);
      layer.varint(VERSION);
      field(layer, 1, 2);
      layer.text(name);
      layer.append(features);
      for (String key : keys.keySet()) {
        field(layer, 3, 2);
        layer.text(key);
      }
      for (Object value : values.keySet()) {
        field(layer, 4, 2);
        layer.bytes(value(value));
      }
      field(layer, 5, 0);
      layer.varint(Slicer.EXTENT);
      return layer;
    }

    private static Bytes value(Object value) {
      Bytes out = new Bytes();
      if (value instanceof String text) {
        field(out, 1, 2);
        out.text(text);
      } else if (value instanceof Integer number) {
        field(out, 5, 0);
        out.varint(number);
      } else {
        field(out, 7, 0);
        out.varint(Boolean.TRUE.equals(value) ? 1 : 0);
      }
      return out;
    }
  }

  private static Bytes geometry(Piece piece) {
    Bytes out = new Bytes();
    int x = 0;
    int y = 0;
    for (int[] part : piece.parts()) {
      command(out, 1, 1);
      for (int i = 0; i < part.length; i += 2) {
        if (i == 2) {
          command(out, 2, part.length / 2 - 1);
        }
        out.zigzag(part[i] - x);
        out.zigzag(part[i + 1] - y);
        x = part[i];
        y = part[i + 1];
      }
      if (piece.form() == Form.POLYGON) {
        command(out, 7, 1);
      }
    }
    return out;
  }

  private static void command(Bytes out, int id, int count) {
    out.varint((long) count << 3 | id);
  }
}
