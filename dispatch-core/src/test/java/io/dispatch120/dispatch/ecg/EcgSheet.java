package io.dispatch120.dispatch.ecg;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Draws an ECG on millimetre paper, 25 mm/s and 10 mm/mV, three rows of four leads and a strip. */
final class EcgSheet {
  private static final int MM = 4;
  private static final int WIDTH = 270 * MM;
  private static final int HEIGHT = 150 * MM;

  private static final List<List<String>> ROWS =
      List.of(
          List.of("I", "aVR", "V1", "V4"),
          List.of("II", "aVL", "V2", "V5"),
          List.of("III", "aVF", "V3", "V6"));

  private EcgSheet() {}

  static BufferedImage draw(SyntheticEcg ecg) {
    // Few colours, so that the file stays small.
    BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int mm = 0; mm * MM <= WIDTH; mm++) {
      pen.setColor(mm % 5 == 0 ? new Color(255, 153, 153) : new Color(255, 204, 204));
      pen.drawLine(mm * MM, 0, mm * MM, HEIGHT);
      pen.drawLine(0, mm * MM, WIDTH, mm * MM);
    }
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        String lead = ROWS.get(row).get(column);
        int x = 10 * MM + column * 625 * MM / 10;
        trace(pen, ecg, lead, column * 2.5, 2.5, x, (25 + row * 35) * MM);
      }
    }
    trace(pen, ecg, "II", 0, 10, 10 * MM, 130 * MM);
    pen.drawString("SYNTHETIC, not of a person   25 mm/s   10 mm/mV", 10 * MM, HEIGHT - 2 * MM);
    pen.dispose();
    return sheet;
  }

  private static void trace(
      Graphics2D pen, SyntheticEcg ecg, String lead, double from, double seconds, int x, int y) {
    Path2D path = new Path2D.Double();
    short[] samples = ecg.get(lead);
    int first = (int) (from * ecg.rate());
    for (int i = 0; i < seconds * ecg.rate(); i++) {
      double millivolts = samples[first + i] * SyntheticEcg.NANOVOLTS / 1e6;
      double px = x + i * 25.0 * MM / ecg.rate();
      double py = y - millivolts * 10 * MM;
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(path);
    pen.drawString(lead, x + MM, y - 12 * MM);
  }

  static byte[] image(SyntheticEcg ecg, String format) {
    BufferedImage drawn = draw(ecg);
    BufferedImage sheet = drawn;
    if (format.equals("jpg")) {
      sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = sheet.createGraphics();
      pen.drawImage(drawn, 0, 0, null);
      pen.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(sheet, format, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** One page of A4 across with the picture on it. */
  static byte[] pdf(SyntheticEcg ecg) {
    BufferedImage sheet = draw(ecg);
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int rgb = sheet.getRGB(i % WIDTH, i / WIDTH);
      pixels[3 * i] = (byte) (rgb >> 16);
      pixels[3 * i + 1] = (byte) (rgb >> 8);
      pixels[3 * i + 2] = (byte) rgb;
    }
    String page = "q 765.35 0 0 425.2 38 85 cm /E Do Q";
    List<String> heads =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R"
                + "/Resources<</XObject<</E 5 0 R>>>>>>",
            "<</Length " + page.length() + ">>\nstream\n" + page + "\nendstream",
            "");
    byte[] packed = deflated(pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ascii(out, "%PDF-1.4\n");
    StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < heads.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      ascii(out, (i + 1) + " 0 obj\n" + heads.get(i));
      if (i == 4) {
        ascii(
            out,
            "<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB"
                .formatted(WIDTH, HEIGHT));
        ascii(
            out,
            "/BitsPerComponent 8/Filter/FlateDecode/Length %d>>\nstream\n"
                .formatted(packed.length));
        out.writeBytes(packed);
        ascii(out, "\nendstream");
      }
      ascii(out, "\nendobj\n");
    }
    int xref = out.size();
    ascii(out, table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + xref + "\n%%EOF\n");
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
