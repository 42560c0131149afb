package io.dispatch120.dispatch.ecg.scp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import org.junit.jupiter.api.Test;

/** Bit for bit by hand, from the standard's table. */
class SampleCodesTest {
  private static final byte[] DEFAULT = bytes(0x1F, 0x4E);

  @Test
  void readsEachCodeOfTheStandardsTable() throws EcgUnreadable {
    // 0 | 100 | 101 | 1100 | 1101 | 11100 | 11101 -> 0 1 -1 2 -2 3 -3
    // 0100 1011 1001 1011 1100 1110 1...
    assertThat(unpack(7, 0, 0x4B, 0x9B, 0xCE, 0x80)).containsExactly(0, 1, -1, 2, -2, 3, -3);
    // 111100 111101 1111100 1111101 -> 4 -4 5 -5: 1111 0011 1101 1111 1001 1111 01..
    assertThat(unpack(4, 0, 0xF3, 0xDF, 0x9F, 0x40)).containsExactly(4, -4, 5, -5);
    // 11111100 11111101 111111100 111111101 -> 6 -6 7 -7
    assertThat(unpack(4, 0, 0xFC, 0xFD, 0xFE, 0x7F, 0x40)).containsExactly(6, -6, 7, -7);
    // 1111111100 1111111101 -> 8 -8
    assertThat(unpack(2, 0, 0xFF, 0x3F, 0xD0)).containsExactly(8, -8);
  }

  @Test
  void readsNumbersBehindTheLongCodes() throws EcgUnreadable {
    // 1111111110 00001001 -> 9; 1111111110 11110111 -> -9
    assertThat(unpack(2, 0, 0xFF, 0x82, 0x7F, 0xEF, 0x70)).containsExactly(9, -9);
    // 1111111111 0000001111101000 -> 1000; 1111111111 1111110000011000 -> -1000
    assertThat(unpack(2, 0, 0xFF, 0xC0, 0xFA, 0x3F, 0xFF, 0xC1, 0x80)).containsExactly(1000, -1000);
  }

  @Test
  void undoesDifferences() throws EcgUnreadable {
    // 3, then 1 -1 2: 11100 100 101 1100 -> 1110 0100 1011 100.
    assertThat(unpack(4, 0, 0xE4, 0xB8)).containsExactly(3, 1, -1, 2);
    assertThat(unpack(4, 1, 0xE4, 0xB8)).containsExactly(3, 4, 3, 5);
    // 3, 1, then -1 + 2*1 - 3 = -2, then 2 + 2*(-2) - 1 = -3
    assertThat(unpack(4, 2, 0xE4, 0xB8)).containsExactly(3, 1, -2, -3);
  }

  @Test
  void addsInSixteenBitsAsEncodersDo() throws EcgUnreadable {
    SampleCodes plain = SampleCodes.of(null);
    Block data = Block.of(bytes(0xFF, 0x7F, 0x01, 0x00));

    assertThat(plain.unpack(data, 2, 1, 0)).containsExactly(32_767, -32_768);
  }

  @Test
  void switchesTables() throws EcgUnreadable {
    // Table 1: 0 -> 7, 1 -> switch to 2. Table 2: 0 -> 9 plus two bits, 1 -> switch to 1.
    Block section =
        Block.of(
            bytes(
                2, 0, 2, 0, 1, 1, 1, 7, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0, 1, 0, 0, 0, 2, 0, 1, 3, 1, 9,
                0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0));

    // 0 | 1 | 0 01 | 0 10 | 1 | 0 -> 7, 9+1, 9-2, 7
    assertThat(SampleCodes.of(section).unpack(Block.of(bytes(0x4A, 0x80)), 4, 0, 0))
        .containsExactly(7, 10, 7, 7);
  }

  @Test
  void readsTheBaseCodesLeastSignificantBitFirst() throws EcgUnreadable {
    // 110 is stored as 3, 10 as 1, 0 as 0.
    Block section =
        Block.of(
            bytes(
                1, 0, 3, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 2, 2, 1, 2, 0, 1, 0, 0, 0, 3, 3, 1, 3, 0, 3,
                0, 0, 0));

    assertThat(SampleCodes.of(section).unpack(Block.of(bytes(0b0101_1000)), 3, 0, 0))
        .containsExactly(1, 2, 3);
  }

  @Test
  void refusesTablesThatAreNone() {
    // Two codes the same; a prefix without bits.
    assertThatThrownBy(
            () ->
                SampleCodes.of(
                    Block.of(
                        bytes(1, 0, 2, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0))))
        .isInstanceOf(EcgUnreadable.class);
    assertThatThrownBy(() -> SampleCodes.of(Block.of(bytes(1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0))))
        .isInstanceOf(EcgUnreadable.class);
  }

  @Test
  void refusesMoreSamplesThanThereAreBits() {
    assertThatThrownBy(() -> unpack(Integer.MAX_VALUE, 0, 0, 0)).isInstanceOf(EcgUnreadable.class);
    assertThatThrownBy(() -> unpack(3, 0, 0xFF, 0xFF)).isInstanceOf(EcgUnreadable.class);
  }

  private static int[] unpack(int count, int differences, int... data) throws EcgUnreadable {
    return SampleCodes.of(Block.of(DEFAULT)).unpack(Block.of(bytes(data)), count, differences, 0);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
