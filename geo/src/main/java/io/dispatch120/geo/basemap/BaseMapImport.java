package io.dispatch120.geo.basemap;

import io.dispatch120.geo.osm.OsmReader;
import io.dispatch120.geo.osm.OsmUnreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a base map from an OpenStreetMap file. Takes some seconds a megabyte of PBF at most.
 * Memory: the file's areas of several ways and 8 bytes for each piece of a tile, some 100 MB for a
 * province; everything else is in scratch files of about ten times the size of a PBF file.
 * Stateless.
 */
public final class BaseMapImport {
  private BaseMapImport() {}

  /** What an import is doing; it goes through these in order. */
  public enum Step {
    /** Gathering where nodes are; counts bytes of the file. */
    NODES,
    /** Cutting what is drawn into tiles; counts bytes of the file. */
    CUTTING,
    /** Writing tiles; counts zooms. */
    WRITING
  }

  /** Is told how far an import is. A throw ends the import. */
  public interface Progress {
    void at(Step step, long done, long total);
  }

  /**
   * Reads {@code osmFile}, writes {@code target}. When it fails, the target is not whole and is
   * refused by {@link TileFile#open}.
   *
   * @param target must not exist yet
   * @param scratch an empty folder for files that are gone afterwards
   * @throws OsmUnreadable when the file is broken or has no roads
   * @throws IOException when the disk fails, such as for want of room
   */
  public static BaseMap build(Path osmFile, Path target, Path scratch, Progress progress)
      throws IOException {
    long bytes = Files.size(osmFile);
    try (NodeStore nodes = new NodeStore(scratch.resolve("nodes"));
        Slicer slicer = new Slicer(scratch)) {
      FirstPass first = new FirstPass(nodes);
      OsmReader.read(osmFile, first, done -> progress.at(Step.NODES, done, bytes));
      first.seal();
      SecondPass second = new SecondPass(first, slicer);
      OsmReader.read(osmFile, second, done -> progress.at(Step.CUTTING, done, bytes));
      if (second.roads() == 0) {
        throw new OsmUnreadable("it has no roads");
      }
      return write(target, slicer, second, progress);
    }
  }

  private static BaseMap write(Path target, Slicer slicer, SecondPass drawn, Progress progress)
      throws IOException {
    try (TileFileWriter file = new TileFileWriter(target)) {
      int zooms = BaseMap.MAX_ZOOM - BaseMap.MIN_ZOOM + 1;
      for (int i = 0; i < zooms; i++) {
        int zoom = BaseMap.MIN_ZOOM + i;
        progress.at(Step.WRITING, i, zooms);
        slicer
            .zoom(zoom)
            .drainTo((x, y, pieces) -> file.add(zoom, x, y, pack(TileEncoder.encode(pieces))));
      }
      BaseMap map = drawn.toMap(file.count());
      file.finish(map);
      return map;
    }
  }

  private static byte[] pack(byte[] tile) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(tile.length / 2 + 64);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(tile);
    }
    return packed.toByteArray();
  }
}
