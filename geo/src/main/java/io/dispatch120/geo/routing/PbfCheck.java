package io.dispatch120.geo.routing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.dispatch120.geo.routing.SourceCheck.BrokenMap;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/** Looks whether an .osm.pbf file is whole: unpacks every block of it. */
final class PbfCheck {

  /** Limits of the format. */
  private static final int MAX_HEADER_BYTES = 64 << 10;

  private static final int MAX_BLOB_BYTES = 32 << 20;

  /** What GraphHopper understands. */
  private static final List<String> FEATURES = List.of("OsmSchema-V0.6", "DenseNodes");

  private PbfCheck() {}

  static void check(InputStream stream) throws IOException, BrokenMap {
    DataInputStream in = new DataInputStream(stream);
    boolean headed = false;
    try {
      for (int length = nextLength(in); length >= 0; length = nextLength(in)) {
        requireWithin("a header", length, MAX_HEADER_BYTES);
        Fileformat.BlobHeader header = Fileformat.BlobHeader.parseFrom(read(in, length));
        requireWithin("a block", header.getDatasize(), MAX_BLOB_BYTES);
        byte[] content = unpack(Fileformat.Blob.parseFrom(read(in, header.getDatasize())));
        if ("OSMHeader".equals(header.getType())) {
          checkFeatures(Osmformat.HeaderBlock.parseFrom(content));
          headed = true;
        } else if ("OSMData".equals(header.getType())) {
          if (!headed) {
            throw new BrokenMap("data come before the header");
          }
          Osmformat.PrimitiveBlock.parseFrom(content);
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new BrokenMap("a block cannot be read: " + e.getMessage(), e);
    } catch (DataFormatException e) {
      throw new BrokenMap("a block cannot be unpacked: " + e.getMessage(), e);
    }
    if (!headed) {
      throw new BrokenMap("it has no header");
    }
  }

  private static int nextLength(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    return length < 0 ? Integer.MAX_VALUE : length;
  }

  private static byte[] read(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static byte[] unpack(Fileformat.Blob blob) throws DataFormatException, BrokenMap {
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    if (!blob.hasZlibData()) {
      throw new BrokenMap("a block is packed in a way that is not supported; convert it with zlib");
    }
    requireWithin("a block", blob.getRawSize(), MAX_BLOB_BYTES);
    byte[] content = new byte[blob.getRawSize()];
    ByteString packed = blob.getZlibData();
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed.toByteArray());
      int size = 0;
      int more = 1;
      while (more > 0 && size < content.length) {
        more = inflater.inflate(content, size, content.length - size);
        size += more;
      }
      // One more, so that the checksum at the end is compared.
      boolean over = inflater.inflate(new byte[1]) > 0;
      if (size < content.length || over || !inflater.finished()) {
        throw new BrokenMap("a block has another size than it says");
      }
    } finally {
      inflater.end();
    }
    return content;
  }

  private static void checkFeatures(Osmformat.HeaderBlock header) throws BrokenMap {
    for (String feature : header.getRequiredFeaturesList()) {
      if (!FEATURES.contains(feature)) {
        throw new BrokenMap("it needs '" + feature + "', which is not supported");
      }
    }
  }

  private static void requireWithin(String what, int bytes, int limit) throws BrokenMap {
    if (bytes < 0 || bytes > limit) {
      throw new BrokenMap(what + " of " + Integer.toUnsignedString(bytes) + " bytes is too large");
    }
  }
}
