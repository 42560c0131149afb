package io.dispatch120.dispatch.ecg.sheet;

import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether a PDF is whole, and whether there is anything in it that would do something. Names are
 * looked for in all the bytes, and in packed objects. Linear in the size, and bounded in what is
 * unpacked.
 */
public final class PdfCheck {
  /** Names of keys whose presence means more than pages to look at. */
  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "JS",
          "OpenAction",
          "AA",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "RichMedia",
          "XFA",
          "SubmitForm",
          "ImportData",
          "GoToR",
          "GoToE");

  /** Where readers look for the beginning and the end. */
  private static final int ENDS = 1024;

  private static final int LONGEST_NAME = 64;

  /** Of all packed objects together; they hold keys, not pictures. */
  private static final int MOST_UNPACKED = 16 << 20;

  private final byte[] content;
  private final Set<String> active = new TreeSet<>();
  private boolean encrypted;
  private int unpacked;

  private PdfCheck(byte[] content) {
    this.content = content;
  }

  /** Whether it begins like a PDF. */
  public static boolean recognizes(byte[] content) {
    return indexOf(content, "%PDF-", 0, Math.min(content.length, ENDS)) >= 0;
  }

  /** What deserves a look. */
  public static List<EcgWarning> check(byte[] content) throws EcgUnreadable {
    if (indexOf(content, "%%EOF", Math.max(0, content.length - ENDS), content.length) < 0) {
      throw new EcgUnreadable(EcgFault.TRUNCATED, "The PDF ends too early: send it again.");
    }
    return new PdfCheck(content).look();
  }

  private List<EcgWarning> look() {
    names(content, content.length);
    List<EcgWarning> warnings = new ArrayList<>();
    if (!active.isEmpty()) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.PDF_ACTIVE_CONTENT,
              "The PDF holds more than pages ("
                  + String.join(", ", active)
                  + "). Nothing of it is run here; do not open it elsewhere."));
    }
    if (encrypted) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.PDF_ENCRYPTED,
              "The PDF is encrypted and may need a password: ask for one that is not."));
    }
    return warnings;
  }

  private void names(byte[] bytes, int length) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '/') {
        continue;
      }
      name.setLength(0);
      int at = i + 1;
      while (at < length && name.length() < LONGEST_NAME && isOfName(bytes[at])) {
        int code = bytes[at] == '#' && at + 2 < length ? hex(bytes[at + 1], bytes[at + 2]) : -1;
        name.append((char) (code >= 0 ? code : bytes[at] & 0xFF));
        at += code >= 0 ? 3 : 1;
      }
      String found = name.toString();
      if (ACTIVE.contains(found)) {
        active.add(found);
      } else if (found.equals("Encrypt")) {
        encrypted = true;
      } else if (found.equals("ObjStm") && bytes == content) {
        packed(at);
      }
    }
  }

  /** Looks into objects packed together, where names would hide. */
  private void packed(int from) {
    int stream = indexOf(content, "stream", from, Math.min(content.length, from + ENDS));
    if (stream < 0 || unpacked >= MOST_UNPACKED) {
      return;
    }
    int start = stream + "stream".length();
    while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
      start++;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(content, start, content.length - start);
      byte[] piece = new byte[1 << 16];
      int got = inflater.inflate(piece);
      while (got > 0 && unpacked < MOST_UNPACKED) {
        unpacked += got;
        names(piece, got);
        got = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      // Packed in another way, or broken: a reader of PDF will say so.
      unpacked++;
    } finally {
      inflater.end();
    }
  }

  private static boolean isOfName(byte b) {
    return b > ' ' && "()<>[]{}/%".indexOf(b) < 0;
  }

  private static int hex(byte high, byte low) {
    int value = Character.digit(high, 16);
    int rest = Character.digit(low, 16);
    return value < 0 || rest < 0 ? -1 : value * 16 + rest;
  }

  private static int indexOf(byte[] bytes, String mark, int from, int to) {
    byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i <= to - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
