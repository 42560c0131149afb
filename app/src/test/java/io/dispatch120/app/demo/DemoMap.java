package io.dispatch120.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The demo's OSM file, read plainly and independently of the product's own readers. */
record DemoMap(Map<Long, Node> nodes, Map<Long, Way> ways, List<Relation> relations) {
  private static final String FILE = "/demo/west-bank.osm.gz";

  record Node(long id, double lng, double lat, Map<String, String> tags) {}

  record Way(long id, List<Node> nodes, Map<String, String> tags) {
    boolean bridgeOrTunnel() {
      return tags.containsKey("bridge") || tags.containsKey("tunnel");
    }

    boolean road() {
      return tags.containsKey("highway");
    }

    boolean oneway() {
      return "yes".equals(tags.get("oneway"));
    }

    String label() {
      return id + tags.getOrDefault("name", "");
    }
  }

  record Member(String type, long ref, String role) {}

  record Relation(long id, List<Member> members, Map<String, String> tags) {}

  static DemoMap read() {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(DemoMap.class.getResourceAsStream(FILE), FILE))) {
      return new Parser(XMLInputFactory.newFactory().createXMLStreamReader(in)).parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Way> roads() {
    return ways.values().stream().filter(Way::road).toList();
  }

  List<Relation> relations(String type) {
    return relations.stream().filter(r -> type.equals(r.tags().get("type"))).toList();
  }

  /** The outer ring of an area, its ways joined end to end. */
  List<Node> ring(Relation area, String role) {
    List<List<Node>> open = new ArrayList<>();
    for (Member member : area.members()) {
      if (member.role().equals(role)) {
        open.add(Objects.requireNonNull(ways.get(member.ref())).nodes());
      }
    }
    List<Node> ring = new ArrayList<>(open.remove(0));
    while (!open.isEmpty()) {
      Node end = ring.get(ring.size() - 1);
      List<Node> next =
          open.stream()
              .filter(w -> w.get(0).equals(end) || w.get(w.size() - 1).equals(end))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("gap in " + area.tags()));
      open.remove(next);
      List<Node> ordered = new ArrayList<>(next);
      if (!ordered.get(0).equals(end)) {
        java.util.Collections.reverse(ordered);
      }
      ring.addAll(ordered.subList(1, ordered.size()));
    }
    return ring;
  }

  private static final class Parser {
    private final XMLStreamReader xml;
    private final Map<Long, Node> nodes = new LinkedHashMap<>();
    private final Map<Long, Way> ways = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private long id;
    private double lng;
    private double lat;
    private List<Node> line = new ArrayList<>();
    private List<Member> members = new ArrayList<>();
    private Map<String, String> tags = new HashMap<>();

    Parser(XMLStreamReader xml) {
      this.xml = xml;
    }

    DemoMap parse() throws XMLStreamException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          start(xml.getLocalName());
        } else if (event == XMLStreamReader.END_ELEMENT) {
          end(xml.getLocalName());
        }
      }
      return new DemoMap(nodes, ways, relations);
    }

    private void start(String element) {
      switch (element) {
        case "node", "way", "relation" -> {
          id = Long.parseLong(text("id"));
          line = new ArrayList<>();
          members = new ArrayList<>();
          tags = new HashMap<>();
          if (element.equals("node")) {
            lng = Double.parseDouble(text("lon"));
            lat = Double.parseDouble(text("lat"));
          }
        }
        case "tag" -> tags.put(text("k"), text("v"));
        case "nd" -> line.add(Objects.requireNonNull(nodes.get(Long.valueOf(text("ref")))));
        case "member" ->
            members.add(new Member(text("type"), Long.parseLong(text("ref")), text("role")));
        default -> {}
      }
    }

    private void end(String element) {
      switch (element) {
        case "node" -> nodes.put(id, new Node(id, lng, lat, tags));
        case "way" -> ways.put(id, new Way(id, line, tags));
        case "relation" -> relations.add(new Relation(id, members, tags));
        default -> {}
      }
    }

    private String text(String attribute) {
      return Objects.requireNonNull(xml.getAttributeValue(null, attribute), attribute);
    }
  }
}
