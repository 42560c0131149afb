package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;

/**
 * The lines of a text and their cells, without making a string of each. Empty lines are left out.
 * One pass, linear in the size. Not thread-safe.
 */
final class Rows {
  /** The leads, a time, and some columns that are neither. */
  static final int MAX_CELLS = EcgLimits.MAX_LEADS + 16;

  private final String text;
  private int at;
  private int line;
  private int lineStart;
  private int lineEnd;
  private boolean ended;
  private final int[] starts = new int[MAX_CELLS];
  private final int[] ends = new int[MAX_CELLS];
  private int cells;

  Rows(String text) {
    this.text = text;
  }

  /** Goes to the next line that is not empty; false when there is none. */
  boolean next() {
    while (at < text.length()) {
      line++;
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      ended = end < text.length();
      int start = skipSpaces(at, end);
      boolean pair =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      at = end + (pair ? 2 : 1);
      if (start < end) {
        lineStart = start;
        lineEnd = end;
        return true;
      }
    }
    return false;
  }

  /** Number of the line, from 1, for messages. */
  int line() {
    return line;
  }

  /** Whether the line's end was there, or the file ended before it. */
  boolean isEnded() {
    return ended;
  }

  boolean isComment() {
    return text.charAt(lineStart) == '#';
  }

  boolean contains(char c) {
    int found = text.indexOf(c, lineStart);
    return found >= 0 && found < lineEnd;
  }

  /** The line, or its beginning. */
  String start(int most) {
    return text.substring(lineStart, Math.min(lineEnd, lineStart + most)).strip();
  }

  /** Splits the line. Cells lose spaces and quotes around them. */
  int split(char separator) throws EcgUnreadable {
    cells = 0;
    int from = lineStart;
    while (from <= lineEnd) {
      if (cells == MAX_CELLS) {
        throw new EcgUnreadable(
            EcgFault.TOO_MANY_LEADS,
            "Line " + line + " has more than " + MAX_CELLS + " columns: export only the leads.");
      }
      int start = skipSpaces(from, lineEnd);
      boolean quoted = start < lineEnd && text.charAt(start) == '"';
      int search = start;
      if (quoted) {
        search = start + 1;
        while (search < lineEnd && text.charAt(search) != '"') {
          search++;
        }
      }
      int end = search;
      while (end < lineEnd && text.charAt(end) != separator) {
        end++;
      }
      from = end + 1;
      if (quoted) {
        start++;
        end = search;
      }
      while (end > start && isSpace(text.charAt(end - 1))) {
        end--;
      }
      starts[cells] = start;
      ends[cells] = end;
      cells++;
    }
    return cells;
  }

  int cells() {
    return cells;
  }

  /** The number in a cell, as of {@link NumberText#parse}; NaN beyond the last. */
  double number(int cell) {
    return cell < cells ? NumberText.parse(text, starts[cell], ends[cell]) : Double.NaN;
  }

  String cell(int cell) {
    return cell < cells ? text.substring(starts[cell], ends[cell]) : "";
  }

  boolean isEmpty(int cell) {
    return cell >= cells || starts[cell] == ends[cell];
  }

  private int skipSpaces(int from, int to) {
    int start = from;
    while (start < to && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** A tab separates cells, so it is none. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\ufeff';
  }
}
