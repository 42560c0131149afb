package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts of a record, in the character set its language byte names. */
final class Texts {
  private static final int LONGEST = 200;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final List<Charset> charsets;
  private final boolean wide;

  Texts(int language) {
    wide = language == 0x07;
    charsets =
        switch (language) {
          case 0x07 -> List.of(StandardCharsets.UTF_16LE);
          case 0x27 -> List.of(GB18030);
          case 0x37 -> List.of(StandardCharsets.UTF_8);
          // Devices here often say Latin and write Chinese.
          default -> List.of(StandardCharsets.UTF_8, GB18030, StandardCharsets.ISO_8859_1);
        };
  }

  /** A text that ends with a zero, or where its value ends. */
  String of(Block value, int at, int most) throws EcgUnreadable {
    int room = Math.min(Math.min(most, value.length() - at), LONGEST);
    byte[] bytes = value.bytes(at, Math.max(0, room));
    int length = 0;
    int step = wide ? 2 : 1;
    while (length + step <= bytes.length
        && (bytes[length] != 0 || (wide && bytes[length + 1] != 0))) {
      length += step;
    }
    for (Charset charset : charsets) {
      try {
        return charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, 0, length))
            .toString()
            .strip();
      } catch (CharacterCodingException e) {
        // The next one, or none.
      }
    }
    return "";
  }

  /** Of texts one behind the other, each with a zero at its end, the one with that number. */
  String nth(Block value, int from, int number) throws EcgUnreadable {
    int at = from;
    for (int i = 0; i < number; i++) {
      while (at < value.length() && value.u8(at) != 0) {
        at++;
      }
      at++;
    }
    return at < value.length() ? of(value, at, value.length() - at) : "";
  }
}
