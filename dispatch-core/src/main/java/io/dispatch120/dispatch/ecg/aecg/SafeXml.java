package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of strangers: no document type, so no entities and nothing fetched; a bounded depth; every
 * failure of the parser as a refusal. Memory does not grow with the file. Not thread-safe.
 */
final class SafeXml {
  /** An aECG file is some 20 deep. */
  private static final int MAX_DEPTH = 64;

  private final XMLStreamReader xml;
  private final List<String> path = new ArrayList<>();

  SafeXml(byte[] content) throws EcgUnreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    // Without one the JDK's parser prints what it finds.
    factory.setXMLReporter((message, kind, information, location) -> {});
    try {
      xml = factory.createXMLStreamReader(XmlText.reader(content));
    } catch (XMLStreamException e) {
      throw broken(1);
    }
  }

  /** Goes on, and gives the kind of what is there, as of {@link XMLStreamConstants}. */
  int next() throws EcgUnreadable {
    int event = advance();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new EcgUnreadable(
              EcgFault.XML_NOT_ALLOWED,
              "The XML file has a document type or entities, which an ECG does not need and which"
                  + " are not read: export it again as HL7 aECG, or as PDF.");
      case XMLStreamConstants.START_ELEMENT -> {
        if (path.size() == MAX_DEPTH) {
          throw new EcgUnreadable(
              EcgFault.DAMAGED, "The XML file is nested deeper than any aECG: send it as PDF.");
        }
        path.add(xml.getLocalName());
      }
      case XMLStreamConstants.END_ELEMENT -> {
        // Left to the caller to leave, who still wants to know where it is.
      }
      default -> {}
    }
    return event;
  }

  private int advance() throws EcgUnreadable {
    try {
      return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw broken(e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
    } catch (RuntimeException e) {
      // The parser of the JDK lets some of its own out on hostile bytes. It is handed nothing but
      // the bytes, so they are to blame.
      throw broken(0);
    }
  }

  /** Leaves the element whose end was met. */
  void leave() {
    path.remove(path.size() - 1);
  }

  /** The name of the element we are in; 1 gives its parent's, 2 that one's parent's. */
  String in(int levels) {
    int at = path.size() - 1 - levels;
    return at < 0 ? "" : path.get(at);
  }

  int depth() {
    return path.size();
  }

  XMLStreamReader at() {
    return xml;
  }

  private static EcgUnreadable broken(int line) {
    return new EcgUnreadable(
        EcgFault.DAMAGED,
        "The XML file is broken"
            + (line > 0 ? " at line " + line : "")
            + "; perhaps it was cut off on the way: send it again, or as PDF.");
  }
}
