package io.dispatch120.geo.osm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a whole file into a sink. Memory: one block of a PBF file, 64 MiB at most; one element of
 * an XML file. Stateless.
 */
public final class OsmReader {
  private static final int BUFFER = 1 << 16;

  private OsmReader() {}

  /**
   * @param bytesRead is told now and then how many bytes of the file have been read
   * @throws OsmUnreadable when the file is empty, cut off, broken, or something else
   * @throws IOException when the disk or the sink fails
   */
  public static void read(Path file, OsmSink sink, LongConsumer bytesRead) throws IOException {
    try (InputStream counted = new Counting(Files.newInputStream(file), bytesRead);
        BufferedInputStream in = new BufferedInputStream(counted, BUFFER)) {
      in.mark(4);
      int first = in.read();
      int second = in.read();
      in.reset();
      if (first < 0) {
        throw new OsmUnreadable("it is empty");
      }
      if (first == 0x1f && second == 0x8b) {
        new XmlReader(sink).read(new GZIPInputStream(in, BUFFER));
      } else if (first == 0) {
        new PbfReader(sink).read(in);
      } else {
        new XmlReader(sink).read(in);
      }
    } catch (EOFException e) {
      throw new OsmUnreadable("it is cut off", e);
    } catch (ZipException e) {
      throw new OsmUnreadable("it is damaged: " + e.getMessage(), e);
    }
  }

  /** Degrees as whole units, refused when not on Earth. */
  static int units(double degrees, int limit) throws OsmUnreadable {
    if (!(degrees >= -limit && degrees <= limit)) {
      throw new OsmUnreadable("it has a node outside the Earth, at " + degrees);
    }
    return (int) Math.round(degrees * 1e7);
  }

  private static final class Counting extends FilterInputStream {
    private static final long STEP = 1 << 18;
    private final LongConsumer told;
    private long bytes;
    private long last;

    Counting(InputStream in, LongConsumer told) {
      super(in);
      this.told = told;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      add(Math.max(0, read));
      return read;
    }

    private void add(int read) {
      bytes += read;
      if (bytes - last >= STEP) {
        last = bytes;
        told.accept(bytes);
      }
    }
  }
}
