package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file: by the mark at its start, else by its declaration, else UTF-8.
 * Bytes without a meaning become a sign for that, so that a name in another character set than
 * declared does not cost the ECG.
 */
final class XmlText {
  private static final int LONGEST_DECLARATION = 256;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlText() {}

  static Reader reader(byte[] content) throws EcgUnreadable {
    int first = unsigned(content, 0) << 8 | unsigned(content, 1);
    return switch (first) {
      case 0xFEFF -> reader(content, 2, StandardCharsets.UTF_16BE);
      case 0xFFFE -> reader(content, 2, StandardCharsets.UTF_16LE);
      case 0x003C -> reader(content, 0, StandardCharsets.UTF_16BE);
      case 0x3C00 -> reader(content, 0, StandardCharsets.UTF_16LE);
      case 0xEFBB -> reader(content, 3, StandardCharsets.UTF_8);
      default -> reader(content, 0, declared(content));
    };
  }

  private static Charset declared(byte[] content) throws EcgUnreadable {
    int length = Math.min(content.length, LONGEST_DECLARATION);
    Matcher matcher = DECLARED.matcher(new String(content, 0, length, StandardCharsets.ISO_8859_1));
    // With UTF-16 this declaration could not have been read.
    if (!matcher.find() || matcher.group(1).toUpperCase(java.util.Locale.ROOT).startsWith("UTF")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(matcher.group(1));
    } catch (UnsupportedCharsetException | java.nio.charset.IllegalCharsetNameException e) {
      throw new EcgUnreadable(
          EcgFault.DAMAGED,
          "The XML file declares an unknown encoding: export it as UTF-8, or as PDF.");
    }
  }

  private static Reader reader(byte[] content, int from, Charset charset) {
    int start = Math.min(from, content.length);
    return new InputStreamReader(
        new ByteArrayInputStream(content, start, content.length - start), charset);
  }

  private static int unsigned(byte[] content, int at) {
    return at < content.length ? content[at] & 0xFF : 0;
  }
}
