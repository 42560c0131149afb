package io.dispatch120.dispatch.importing.table;

/**
 * For each character set the share, from 0 to 1, of the bytes above ASCII that are its everyday
 * characters. The sets were laid out by frequency, so the everyday ones lie together:
 *
 * <ul>
 *   <li>GB 2312 level 1 (3,755 characters by use): lead bytes B0–D7, trail A1–FE; signs in A1–A3
 *   <li>Big5 level 1 (5,401 characters by use): lead A4–C6, trail 40–7E and A1–FE; signs in A1–A3
 *   <li>JIS X 0208 level 1 (2,965 characters) and kana: lead 88–97, 82–83; signs in 81
 *   <li>Windows-1252: letters with marks, between letters of ASCII
 * </ul>
 */
record Evidence(double gb18030, double big5, double shiftJis, double western) {

  static Evidence of(byte[] bytes) {
    return new Evidence(gb(bytes), big5(bytes), shiftJis(bytes), western(bytes));
  }

  private static double gb(byte[] bytes) {
    Share share = new Share();
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        at++;
        continue;
      }
      int trail = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
      if (trail >= 0x30 && trail <= 0x39 && lead >= 0x81) {
        share.count(4, false);
        at += 4;
        continue;
      }
      boolean level1 = lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
      boolean signs = lead >= 0xA1 && lead <= 0xA3 && trail >= 0xA1;
      share.count(trail < 0x40 ? 1 : 2, level1 || signs);
      at += trail < 0x40 ? 1 : 2;
    }
    return share.value();
  }

  private static double big5(byte[] bytes) {
    Share share = new Share();
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        at++;
        continue;
      }
      int trail = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
      boolean pair = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
      share.count(pair ? 2 : 1, pair && lead >= 0xA1 && lead <= 0xC6);
      at += pair ? 2 : 1;
    }
    return share.value();
  }

  private static double shiftJis(byte[] bytes) {
    Share share = new Share();
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      if (lead < 0x80) {
        at++;
        continue;
      }
      if (lead >= 0xA0 && lead <= 0xDF) {
        // Half-width katakana are rare in lists; other sets are full of these bytes.
        share.count(1, false);
        at++;
        continue;
      }
      int trail = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
      boolean pair = trail >= 0x40 && trail != 0x7F && trail <= 0xFC;
      boolean kana = lead >= 0x81 && lead <= 0x83;
      boolean level1 = lead >= 0x88 && lead <= 0x97;
      share.count(pair ? 2 : 1, pair && (kana || level1));
      at += pair ? 2 : 1;
    }
    return share.value();
  }

  private static double western(byte[] bytes) {
    Share share = new Share();
    for (int at = 0; at < bytes.length; at++) {
      int letter = bytes[at] & 0xFF;
      if (letter >= 0x80) {
        boolean alone =
            (at == 0 || bytes[at - 1] >= 0) && (at + 1 == bytes.length || bytes[at + 1] >= 0);
        boolean sign = letter == 0xB0 || letter == 0x96 || letter == 0x84 || letter == 0x93;
        share.count(1, alone && (letter >= 0xC0 || sign));
      }
    }
    return share.value();
  }

  private static final class Share {
    private long all;
    private long everyday;

    void count(int bytes, boolean good) {
      all += bytes;
      everyday += good ? bytes : 0;
    }

    double value() {
      return all == 0 ? 0 : (double) everyday / all;
    }
  }
}
