package io.dispatch120.geo.osm;

import io.dispatch120.geo.osm.OsmSink.Member;
import io.dispatch120.geo.osm.OsmSink.Type;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * OSM XML. No document type is allowed, so there are no entities: nothing is fetched and nothing
 * grows. Deleted elements are left out.
 */
final class XmlReader {
  /** OSM allows a way 2,000 nodes and a relation 32,000 members; old files may hold some more. */
  private static final int MAX_CHILDREN = 1 << 20;

  private final OsmSink sink;
  private long id;
  private int lng;
  private int lat;
  private boolean deleted;
  private long[] refs = new long[64];
  private int refCount;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> tags = new HashMap<>();

  XmlReader(OsmSink sink) {
    this.sink = sink;
  }

  void read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      boolean headed = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new OsmUnreadable("it has a document type, which OpenStreetMap files do not have");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          if (!headed && !"osm".equals(xml.getLocalName())) {
            throw new OsmUnreadable("it does not begin with <osm>");
          }
          headed = true;
          start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end(xml.getLocalName());
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      throw new OsmUnreadable(
          "it is no well-formed XML at line " + e.getLocation().getLineNumber(), e);
    } catch (NumberFormatException e) {
      throw new OsmUnreadable("it has a number that is none: " + e.getMessage(), e);
    }
  }

  private void start(XMLStreamReader xml) throws OsmUnreadable {
    switch (xml.getLocalName()) {
      case "node", "way", "relation" -> {
        id = Long.parseLong(required(xml, "id"));
        deleted = "false".equals(xml.getAttributeValue(null, "visible"));
        refCount = 0;
        members.clear();
        tags.clear();
        if (xml.getLocalName().equals("node") && !deleted) {
          lng = OsmReader.units(Double.parseDouble(required(xml, "lon")), 180);
          lat = OsmReader.units(Double.parseDouble(required(xml, "lat")), 90);
        }
      }
      case "tag" -> {
        tags.put(required(xml, "k"), required(xml, "v"));
        limit(tags.size());
      }
      case "nd" -> {
        if (refCount == refs.length) {
          refs = Arrays.copyOf(refs, refCount * 2);
        }
        refs[refCount++] = Long.parseLong(required(xml, "ref"));
        limit(refCount);
      }
      case "member" -> {
        Type type = type(required(xml, "type"));
        if (type != null) {
          String role = xml.getAttributeValue(null, "role");
          members.add(
              new Member(type, Long.parseLong(required(xml, "ref")), role == null ? "" : role));
          limit(members.size());
        }
      }
      default -> {}
    }
  }

  private void end(String element) throws IOException {
    if (deleted) {
      return;
    }
    switch (element) {
      case "node" -> {
        if (sink.wantsNodes()) {
          sink.node(id, lng, lat, tags.isEmpty() ? Map.of() : Map.copyOf(tags));
        }
      }
      case "way" -> sink.way(id, Arrays.copyOf(refs, refCount), Map.copyOf(tags));
      case "relation" -> sink.relation(id, List.copyOf(members), Map.copyOf(tags));
      default -> {}
    }
  }

  private void limit(int children) throws OsmUnreadable {
    if (children > MAX_CHILDREN) {
      throw new OsmUnreadable("element " + id + " has more than " + MAX_CHILDREN + " parts");
    }
  }

  private static @Nullable Type type(String text) {
    return switch (text) {
      case "node" -> Type.NODE;
      case "way" -> Type.WAY;
      case "relation" -> Type.RELATION;
      default -> null;
    };
  }

  private static String required(XMLStreamReader xml, String attribute) throws OsmUnreadable {
    String value = xml.getAttributeValue(null, attribute);
    if (value == null) {
      throw new OsmUnreadable(
          "line "
              + xml.getLocation().getLineNumber()
              + " has a "
              + xml.getLocalName()
              + " without "
              + attribute);
    }
    return value;
  }
}
