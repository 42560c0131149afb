package io.dispatch120.geo.routing;

import io.dispatch120.geo.routing.SourceCheck.BrokenMap;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether OSM XML is well-formed and whole, and its nodes are on Earth. A document type is
 * refused: OSM XML has none, and its entities could grow without bound or fetch files.
 */
final class XmlCheck {

  private XmlCheck() {}

  static void check(InputStream in) throws IOException, BrokenMap {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
      requireOsm(xml);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          checkElement(xml);
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof EOFException end) {
        throw end;
      }
      if (e.getNestedException() instanceof IOException broken
          && !(broken instanceof CharConversionException)) {
        throw broken;
      }
      throw new BrokenMap(line(e.getLocation()) + firstLine(e), e);
    } catch (NumberFormatException e) {
      throw new BrokenMap("not a number: " + e.getMessage(), e);
    }
  }

  private static void requireOsm(XMLStreamReader xml) throws XMLStreamException, BrokenMap {
    int event = xml.next();
    while (event == XMLStreamConstants.SPACE || event == XMLStreamConstants.COMMENT) {
      event = xml.next();
    }
    if (event == XMLStreamConstants.DTD) {
      throw new BrokenMap("it has a document type, which OpenStreetMap files do not have");
    }
    if (event != XMLStreamConstants.START_ELEMENT || !"osm".equals(xml.getLocalName())) {
      String found = event == XMLStreamConstants.START_ELEMENT ? xml.getLocalName() : "no element";
      throw new BrokenMap("it should begin with <osm>, but begins with " + found);
    }
  }

  private static void checkElement(XMLStreamReader xml) throws BrokenMap {
    String name = xml.getLocalName();
    if ("node".equals(name)) {
      requireWithin(xml, "lat", 90);
      requireWithin(xml, "lon", 180);
    }
    if ("node".equals(name) || "way".equals(name) || "relation".equals(name)) {
      Long.parseLong(required(xml, "id"));
    } else if ("nd".equals(name)) {
      Long.parseLong(required(xml, "ref"));
    }
  }

  private static void requireWithin(XMLStreamReader xml, String attribute, double limit)
      throws BrokenMap {
    double degrees = Double.parseDouble(required(xml, attribute));
    if (!(Math.abs(degrees) <= limit)) {
      throw new BrokenMap(
          line(xml.getLocation()) + attribute + " is " + degrees + ", outside the Earth");
    }
  }

  private static String required(XMLStreamReader xml, String attribute) throws BrokenMap {
    String value = xml.getAttributeValue(null, attribute);
    if (value == null) {
      throw new BrokenMap(line(xml.getLocation()) + xml.getLocalName() + " without " + attribute);
    }
    return value;
  }

  /** Parsers do not always know. */
  private static String line(@Nullable Location location) {
    return location == null ? "" : "line " + location.getLineNumber() + ": ";
  }

  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
