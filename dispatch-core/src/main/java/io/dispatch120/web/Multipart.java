package io.dispatch120.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with exactly one file, as browsers send it (RFC 7578), read from a body that is here as a
 * whole: how large that may be is the contract's. Linear in its size; nothing is kept outside the
 * body. Whatever breaks the form is a 400 that says what.
 *
 * @param fileName as sent, without folders and control characters; null when there is none
 * @param texts the other parts by name; one that is longer than a line of text is refused
 */
public record Multipart(@Nullable String fileName, byte[] file, Map<String, String> texts) {
  public static final String MEDIA_TYPE = "multipart/form-data";

  /** A file and some words about it. */
  private static final int MOST_PARTS = 10;

  private static final int LONGEST_HEADER = 4_096;
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_NAME = 200;

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"\\r\\n]{1,70})\"|([^\\s;\"]{1,70}))");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i);\\s*(name|filename)=(?:\"((?:[^\"\\\\\\r\\n]|\\\\.)*)\"|([^\\s;\"]+))");
  private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};

  public Multipart {
    texts = Map.copyOf(texts);
  }

  /**
   * @throws ProblemException 400 for what is no such form
   */
  public static Multipart read(Request request) {
    return read(request.contentType(), request.body());
  }

  static Multipart read(@Nullable String contentType, Buffer body) {
    Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!boundary.find()) {
      throw broken("the Content-Type names no boundary");
    }
    String marked = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    return new Reading(body.getBytes(), ("--" + marked).getBytes(StandardCharsets.ISO_8859_1))
        .whole();
  }

  private static ProblemException broken(String what) {
    return Problem.invalid("body", what + ": send one file as multipart/form-data").asException();
  }

  /** One pass over a body. */
  private static final class Reading {
    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, String> texts = new HashMap<>();
    private byte @Nullable [] file;
    private @Nullable String fileName;
    private int at;

    Reading(byte[] body, byte[] delimiter) {
      this.body = body;
      this.delimiter = delimiter;
    }

    Multipart whole() {
      if (!is(delimiter, 0)) {
        throw broken("it does not begin with the boundary");
      }
      at = delimiter.length;
      byte[] between = new byte[delimiter.length + 2];
      between[0] = '\r';
      between[1] = '\n';
      System.arraycopy(delimiter, 0, between, 2, delimiter.length);
      int parts = 0;
      while (!ends()) {
        if (++parts > MOST_PARTS) {
          throw broken("it has more than " + MOST_PARTS + " parts");
        }
        part(between);
      }
      if (file == null) {
        throw broken("there is no file in it");
      }
      return new Multipart(fileName, file, texts);
    }

    /** After a boundary: two dashes end the form, a line break begins a part. */
    private boolean ends() {
      if (is(new byte[] {'-', '-'}, at)) {
        return true;
      }
      if (!is(new byte[] {'\r', '\n'}, at)) {
        throw broken("it is cut off");
      }
      at += 2;
      return false;
    }

    private void part(byte[] between) {
      int end = indexOf(HEADERS_END, at, Math.min(body.length, at + LONGEST_HEADER));
      if (end < 0) {
        throw broken("a part has no end of its headers");
      }
      String headers = new String(body, at, end - at, StandardCharsets.UTF_8);
      int begin = end + HEADERS_END.length;
      int next = indexOf(between, begin, body.length);
      if (next < 0) {
        throw broken("it is cut off");
      }
      take(disposition(headers), begin, next);
      at = next + between.length;
    }

    private void take(Map<String, String> disposition, int begin, int end) {
      String name = disposition.get("name");
      if (name == null) {
        throw broken("a part has no name");
      }
      String sent = disposition.get("filename");
      if (sent == null) {
        if (end - begin > LONGEST_TEXT || texts.size() == MOST_PARTS) {
          throw broken("a field is too long");
        }
        if (texts.put(name, new String(body, begin, end - begin, StandardCharsets.UTF_8)) != null) {
          throw broken("a field is given more than once");
        }
        return;
      }
      if (file != null) {
        throw broken("there is more than one file in it");
      }
      file = Arrays.copyOfRange(body, begin, end);
      fileName = plain(sent);
    }

    private static Map<String, String> disposition(String headers) {
      Map<String, String> found = new HashMap<>();
      for (String line : headers.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
          Matcher parameter = PARAMETER.matcher(line);
          while (parameter.find()) {
            String quoted = parameter.group(2);
            found.putIfAbsent(
                parameter.group(1).toLowerCase(Locale.ROOT),
                quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
          }
        }
      }
      return found;
    }

    private boolean is(byte[] mark, int from) {
      return from + mark.length <= body.length
          && Arrays.equals(body, from, from + mark.length, mark, 0, mark.length);
    }

    private int indexOf(byte[] mark, int from, int to) {
      for (int i = from; i + mark.length <= to; i++) {
        if (body[i] == mark[0] && is(mark, i)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** The last step of a path, without what controls a terminal or turns text around. */
  static @Nullable String plain(String sent) {
    String name =
        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\u2028\u2029\"<>|:*?]", "")
            .strip();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return null;
    }
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end);
  }
}
