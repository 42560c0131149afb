package io.dispatch120.dispatch.importing.table;

/**
 * How much of what is above ASCII has the form of UTF-8.
 *
 * @param share of the bytes above ASCII; 1 when there are none
 * @param zeros bytes that no text has
 */
record Utf8Shape(double share, int zeros) {

  static Utf8Shape of(byte[] bytes) {
    int high = 0;
    int formed = 0;
    int zeros = 0;
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        zeros += lead == 0 ? 1 : 0;
        at++;
        continue;
      }
      int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
      int whole = 1;
      while (whole < length && at + whole < bytes.length && (bytes[at + whole] & 0xC0) == 0x80) {
        whole++;
      }
      high += whole;
      if (length > 1 && whole == length) {
        formed += length;
      }
      at += whole;
    }
    return new Utf8Shape(high == 0 ? 1 : (double) formed / high, zeros);
  }
}
