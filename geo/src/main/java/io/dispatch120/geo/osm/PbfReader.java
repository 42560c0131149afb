package io.dispatch120.geo.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveBlock;

/** The OSM PBF format (https://wiki.openstreetmap.org/wiki/PBF_Format): its blocks, one by one. */
final class PbfReader {
  /** Both limits are the format's own. */
  private static final int MAX_HEADER_BYTES = 64 << 10;

  private static final int MAX_BLOB_BYTES = 32 << 20;
  private static final Set<String> FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final OsmSink sink;

  PbfReader(OsmSink sink) {
    this.sink = sink;
  }

  void read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    boolean headed = false;
    try {
      for (int first = in.read(); first >= 0; first = in.read()) {
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        BlobHeader header = BlobHeader.parseFrom(bytes(in, length, MAX_HEADER_BYTES));
        Blob blob = Blob.parseFrom(bytes(in, header.getDatasize(), MAX_BLOB_BYTES));
        switch (header.getType()) {
          case "OSMHeader" -> {
            check(HeaderBlock.parseFrom(unpack(blob)));
            headed = true;
          }
          case "OSMData" -> {
            if (!headed) {
              throw new OsmUnreadable("it has no header");
            }
            new PbfBlock(PrimitiveBlock.parseFrom(unpack(blob)), sink).read();
          }
          default -> {}
        }
      }
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new OsmUnreadable("a block of it cannot be read", e);
    } catch (DataFormatException e) {
      throw new OsmUnreadable("a block of it cannot be unpacked", e);
    }
    if (!headed) {
      throw new OsmUnreadable("it has no header");
    }
  }

  private static byte[] bytes(DataInputStream in, int length, int limit) throws IOException {
    if (length < 0 || length > limit) {
      throw new OsmUnreadable("it is no .osm.pbf file, or damaged");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static byte[] unpack(Blob blob) throws OsmUnreadable, DataFormatException {
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    if (!blob.hasZlibData()) {
      throw new OsmUnreadable("its blocks are not packed with zlib; convert it with osmium");
    }
    if (blob.getRawSize() < 0 || blob.getRawSize() > MAX_BLOB_BYTES) {
      throw new OsmUnreadable("a block of it is too large");
    }
    byte[] plain = new byte[blob.getRawSize()];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().toByteArray());
      int size = 0;
      for (int more = 1; more > 0 && size < plain.length; size += more) {
        more = inflater.inflate(plain, size, plain.length - size);
      }
      if (size < plain.length || inflater.inflate(new byte[1]) > 0) {
        throw new OsmUnreadable("a block of it has another size than it says");
      }
    } finally {
      inflater.end();
    }
    return plain;
  }

  private static void check(HeaderBlock header) throws OsmUnreadable {
    for (String feature : header.getRequiredFeaturesList()) {
      if (!FEATURES.contains(feature)) {
        throw new OsmUnreadable("it needs " + feature + ", which is not supported");
      }
    }
  }
}
