package io.dispatch120.geo.osm;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Is told what a file holds, in its order: as a rule nodes, then ways, then relations. */
public interface OsmSink {

  /** One member of a relation. */
  record Member(Type type, long ref, String role) {}

  /** What a member is. */
  enum Type {
    NODE,
    WAY,
    RELATION
  }

  /** Whether nodes are of interest; without them reading is faster. */
  default boolean wantsNodes() {
    return true;
  }

  /** Coordinates are in units of 1e-7 degree, and on Earth. */
  void node(long id, int lngE7, int latE7, Map<String, String> tags) throws IOException;

  /** The array is the sink's to keep. */
  void way(long id, long[] nodes, Map<String, String> tags) throws IOException;

  void relation(long id, List<Member> members, Map<String, String> tags) throws IOException;
}
