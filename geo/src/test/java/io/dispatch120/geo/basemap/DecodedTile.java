package io.dispatch120.geo.basemap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads a vector tile by the specification, independently of what wrote it. */
record DecodedTile(Map<String, List<Feature>> layers) {

  /** Parts as {@code x, y, x, y …}; rings without their closing point. */
  record Feature(int type, Map<String, Object> properties, List<List<Integer>> parts) {}

  static DecodedTile ofGzip(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DecodedTile of(byte[] tile) {
    Map<String, List<Feature>> layers = new HashMap<>();
    ByteBuffer in = ByteBuffer.wrap(tile);
    while (in.hasRemaining()) {
      if (varint(in) != (3 << 3 | 2)) {
        throw new IllegalStateException("a tile holds layers only");
      }
      layer(message(in), layers);
    }
    return new DecodedTile(layers);
  }

  List<Feature> layer(String name) {
    return layers.getOrDefault(name, List.of());
  }

  private static void layer(ByteBuffer in, Map<String, List<Feature>> layers) {
    String name = "";
    List<ByteBuffer> features = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    while (in.hasRemaining()) {
      int field = (int) varint(in) >> 3;
      switch (field) {
        case 1 -> name = text(message(in));
        case 2 -> features.add(message(in));
        case 3 -> keys.add(text(message(in)));
        case 4 -> values.add(value(message(in)));
        default -> varint(in);
      }
    }
    List<Feature> decoded = features.stream().map(f -> feature(f, keys, values)).toList();
    layers.put(name, decoded);
  }

  private static Object value(ByteBuffer in) {
    int field = (int) varint(in) >> 3;
    return switch (field) {
      case 1 -> text(message(in));
      case 7 -> varint(in) == 1;
      default -> (int) varint(in);
    };
  }

  private static Feature feature(ByteBuffer in, List<String> keys, List<Object> values) {
    int type = 0;
    Map<String, Object> properties = new HashMap<>();
    List<List<Integer>> parts = List.of();
    while (in.hasRemaining()) {
      int field = (int) varint(in) >> 3;
      switch (field) {
        case 2 -> {
          ByteBuffer tags = message(in);
          while (tags.hasRemaining()) {
            properties.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
          }
        }
        case 3 -> type = (int) varint(in);
        default -> parts = geometry(message(in));
      }
    }
    return new Feature(type, properties, parts);
  }

  private static List<List<Integer>> geometry(ByteBuffer in) {
    List<List<Integer>> parts = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (in.hasRemaining()) {
      int command = (int) varint(in);
      for (int i = 0; (command & 7) != 7 && i < command >> 3; i++) {
        if ((command & 7) == 1) {
          parts.add(new ArrayList<>());
        }
        x += signed(in);
        y += signed(in);
        parts.get(parts.size() - 1).addAll(List.of(x, y));
      }
    }
    return parts;
  }

  private static int signed(ByteBuffer in) {
    int value = (int) varint(in);
    return value >>> 1 ^ -(value & 1);
  }

  private static ByteBuffer message(ByteBuffer in) {
    int length = (int) varint(in);
    ByteBuffer message = in.slice(in.position(), length);
    in.position(in.position() + length);
    return message;
  }

  private static String text(ByteBuffer in) {
    return StandardCharsets.UTF_8.decode(in).toString();
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
