package io.dispatch120.geo.osm;

import io.dispatch120.geo.osm.OsmSink.Member;
import io.dispatch120.geo.osm.OsmSink.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openstreetmap.osmosis.osmbinary.Osmformat.DenseNodes;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Node;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveGroup;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Relation;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Way;

/** One block of elements: a table of strings, and elements that point into it. */
final class PbfBlock {
  private final PrimitiveBlock block;
  private final OsmSink sink;
  private final String[] strings;

  PbfBlock(PrimitiveBlock block, OsmSink sink) {
    this.block = block;
    this.sink = sink;
    strings = new String[block.getStringtable().getSCount()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = block.getStringtable().getS(i).toStringUtf8();
    }
  }

  void read() throws IOException {
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      if (sink.wantsNodes()) {
        dense(group.getDense());
        for (Node node : group.getNodesList()) {
          node(
              node.getId(),
              node.getLon(),
              node.getLat(),
              tags(node.getKeysList(), node.getValsList()));
        }
      }
      for (Way way : group.getWaysList()) {
        way(way);
      }
      for (Relation relation : group.getRelationsList()) {
        relation(relation);
      }
    }
  }

  private void dense(DenseNodes nodes) throws IOException {
    long id = 0;
    long lon = 0;
    long lat = 0;
    int at = 0;
    for (int i = 0; i < nodes.getIdCount(); i++) {
      id += nodes.getId(i);
      lon += nodes.getLon(i);
      lat += nodes.getLat(i);
      Map<String, String> tags = Map.of();
      if (at < nodes.getKeysValsCount()) {
        if (nodes.getKeysVals(at) != 0) {
          tags = new HashMap<>();
          for (; nodes.getKeysVals(at) != 0; at += 2) {
            tags.put(strings[nodes.getKeysVals(at)], strings[nodes.getKeysVals(at + 1)]);
          }
        }
        at++;
      }
      node(id, lon, lat, tags);
    }
  }

  private void node(long id, long lon, long lat, Map<String, String> tags) throws IOException {
    sink.node(
        id,
        OsmReader.units((block.getLonOffset() + (double) block.getGranularity() * lon) * 1e-9, 180),
        OsmReader.units((block.getLatOffset() + (double) block.getGranularity() * lat) * 1e-9, 90),
        tags);
  }

  private void way(Way way) throws IOException {
    long[] nodes = new long[way.getRefsCount()];
    long ref = 0;
    for (int i = 0; i < nodes.length; i++) {
      ref += way.getRefs(i);
      nodes[i] = ref;
    }
    sink.way(way.getId(), nodes, tags(way.getKeysList(), way.getValsList()));
  }

  private void relation(Relation relation) throws IOException {
    List<Member> members = new ArrayList<>(relation.getMemidsCount());
    long ref = 0;
    for (int i = 0; i < relation.getMemidsCount(); i++) {
      ref += relation.getMemids(i);
      Type type =
          switch (relation.getTypes(i)) {
            case NODE -> Type.NODE;
            case WAY -> Type.WAY;
            case RELATION -> Type.RELATION;
          };
      members.add(new Member(type, ref, strings[relation.getRolesSid(i)]));
    }
    sink.relation(relation.getId(), members, tags(relation.getKeysList(), relation.getValsList()));
  }

  private Map<String, String> tags(List<Integer> keys, List<Integer> values) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, String> tags = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      tags.put(strings[keys.get(i)], strings[values.get(i)]);
    }
    return tags;
  }
}
