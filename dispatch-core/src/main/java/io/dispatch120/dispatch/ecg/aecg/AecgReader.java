package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads HL7 annotated ECG (ANSI/HL7 V3 ECG R1, the form the FDA takes): series, sets of sequences,
 * the patient, the device. Annotations and measurements are not read. One pass, linear in the size;
 * memory is that of the samples.
 */
public final class AecgReader {
  private static final int LONGEST_TEXT = 200;

  private final SafeXml xml;
  private final EcgDraft draft = new EcgDraft(EcgFormat.AECG);
  private final SubjectFacts subject = new SubjectFacts();
  private final SampleBuffer samples = new SampleBuffer();
  private final Digits digits = new Digits(samples);
  private final List<Series> found = new ArrayList<>();
  private final Deque<Series> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> nameParts = new ArrayList<>();
  private final StringBuilder maker = new StringBuilder();
  private final StringBuilder model = new StringBuilder();
  private final Recordings recordings;
  private @Nullable Sequence sequence;

  private AecgReader(byte[] content) throws EcgUnreadable {
    xml = new SafeXml(content);
    recordings = new Recordings(draft);
  }

  /** The waveform of a file. */
  public static EcgWaveform read(byte[] content) throws EcgUnreadable {
    return new AecgReader(content).all();
  }

  /** The name of the file's root element. */
  public static String root(byte[] content) throws EcgUnreadable {
    SafeXml xml = new SafeXml(content);
    int event = xml.next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
      event = xml.next();
    }
    return xml.in(0);
  }

  private EcgWaveform all() throws EcgUnreadable {
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters();
        default -> {}
      }
    }
    subject.putInto(draft);
    draft.device(maker + " " + model);
    recordings.putIn(found);
    return draft.finish();
  }

  private void start() throws EcgUnreadable {
    text.setLength(0);
    switch (xml.in(0)) {
      case "series", "derivedSeries" -> {
        Series series = new Series();
        found.add(series);
        open.push(series);
        recordings.limit(found);
      }
      case "sequence" -> {
        samples.clear();
        sequence = new Sequence(samples);
      }
      case "code" -> code(attribute("code"));
      case "low", "center" -> {
        if (xml.in(1).equals("effectiveTime")) {
          time(xml.in(2), attribute("value"));
        }
      }
      case "effectiveTime" -> time(xml.in(1), attribute("value"));
      case "origin", "scale", "increment", "head" -> {
        if (sequence != null && xml.in(1).equals("value")) {
          ofSequence(sequence);
        }
      }
      case "administrativeGenderCode" -> subject.sex(attribute("code"));
      case "birthTime" -> subject.birthTime(attribute("value"));
      case "id" -> {
        if (xml.in(1).equals("trialSubject")) {
          subject.id(attribute("extension"));
        }
      }
      case "value" -> {
        if (xml.in(1).equals("relatedObservation")) {
          subject.observed(attribute("value"), attribute("unit"));
        }
      }
      default -> {}
    }
  }

  private void code(@Nullable String code) {
    switch (xml.in(1)) {
      case "series", "derivedSeries" -> {
        if (!open.isEmpty() && code != null) {
          open.peek().code = code.strip();
        }
      }
      case "sequence" -> {
        if (sequence != null) {
          sequence.code(code);
        }
      }
      case "relatedObservation" -> subject.observation(code);
      default -> {}
    }
  }

  private void time(String of, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    if (of.equals("AnnotatedECG")) {
      recordings.documentTime(value.strip());
    } else if ((of.equals("series") || of.equals("derivedSeries")) && !open.isEmpty()) {
      open.peek().low = Hl7Time.find(value.strip());
    }
  }

  private void ofSequence(Sequence into) throws EcgUnreadable {
    String value = attribute("value");
    String unit = attribute("unit");
    switch (xml.in(0)) {
      case "origin" -> into.origin(value, unit);
      case "scale" -> into.scale(value, unit);
      case "increment" -> into.increment(value, unit);
      default -> into.head(value, unit);
    }
  }

  private void characters() throws EcgUnreadable {
    XMLStreamReader at = xml.at();
    if (xml.in(0).equals("digits")) {
      if (sequence != null) {
        digits.take(at.getTextCharacters(), at.getTextStart(), at.getTextLength());
      }
    } else if (text.length() < LONGEST_TEXT) {
      int room = Math.min(at.getTextLength(), LONGEST_TEXT - text.length());
      text.append(at.getTextCharacters(), at.getTextStart(), room);
    }
  }

  private void end() throws EcgUnreadable {
    switch (xml.in(0)) {
      case "digits" -> digits.end();
      case "sequence" -> {
        if (sequence != null && !open.isEmpty()) {
          if (sequence.isUnitMissing()) {
            recordings.unitMissing();
          }
          sequence.endIn(open.peek());
        }
        sequence = null;
      }
      case "sequenceSet" -> {
        if (!open.isEmpty()) {
          open.peek().endSet();
        }
      }
      case "series", "derivedSeries" -> open.poll();
      case "name" -> {
        if (xml.in(1).equals("subjectDemographicPerson")) {
          subject.name(nameParts.isEmpty() ? text.toString() : String.join(" ", nameParts));
        } else if (xml.in(1).equals("manufacturerOrganization") && maker.isEmpty()) {
          maker.append(text);
        }
      }
      case "given", "family" -> {
        if (xml.in(2).equals("subjectDemographicPerson") && nameParts.size() < 8) {
          nameParts.add(text.toString().strip());
        }
      }
      case "manufacturerModelName" -> {
        if (model.isEmpty()) {
          model.append(text);
        }
      }
      default -> {}
    }
    text.setLength(0);
    xml.leave();
  }

  private @Nullable String attribute(String name) {
    return xml.at().getAttributeValue(null, name);
  }
}
