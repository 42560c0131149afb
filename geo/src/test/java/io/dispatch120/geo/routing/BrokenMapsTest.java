package io.dispatch120.geo.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstreetmap.osmosis.osmbinary.Fileformat;

/** Whatever is given as a map: it is read, or refused in words, and the old map stays. */
class BrokenMapsTest {

  private static final String NODES =
      "<node id='1' lat='28.2' lon='112.9'/><node id='2' lat='28.21' lon='112.9'/>";
  private static final String ROAD =
      "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way>";

  @TempDir Path folder;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gz(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private RoadGraphImport.Result read(String name, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve(name), content);
    return RoadGraphImport.build(file, folder.resolve("map"), progress -> {});
  }

  private void requireRefused(String name, byte[] content, String... words) {
    assertThatThrownBy(() -> read(name, content))
        .as(name)
        .isInstanceOf(MapUnreadable.class)
        .hasMessageContainingAll(words);
    assertThat(folder.resolve("map").resolve(MapFile.NAME)).doesNotExist();
  }

  @Test
  void readsTheSmallestMap() throws Exception {
    assertThat(read("a.osm", utf8("<osm>" + NODES + ROAD + "</osm>")).roads()).isEqualTo(1);
    String commented = "<?xml version='1.0'?>\n<osm version='0.6'>" + NODES + ROAD + "</osm>";
    assertThat(read("a.osm.gz", gz(utf8(commented))).roads()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "empty.osm        |                                        | is empty",
        "page.osm         | <!DOCTYPE html><html><body/></html>    | document type",
        "page.osm         | <html><body>Not found</body></html>    | begins with html",
        "text.osm.pbf     | Not found                              | is not OpenStreetMap data",
        "packed.osm.bz2   | BZh91AY                                | Unpack it",
        "packed.zip       | PK34                                   | Unpack it",
        "renamed.osm.pbf  | <osm></osm>                            | Rename it",
        "cut.osm          | <osm><node id='1' lat='28'             | is damaged",
        "open.osm         | <osm><node id='1' lat='28' lon='112'/> | is damaged",
        "no-roads.osm     | <osm></osm>                            | Take an extract",
        "south.osm        | <osm><node id='1' lat='97' lon='1'/></osm>  | outside the Earth",
        "nan.osm          | <osm><node id='1' lat='NaN' lon='1'/></osm> | outside the Earth",
        "no-lat.osm       | <osm><node id='1' lon='1'/></osm>      | node without lat",
        "word.osm         | <osm><node id='x' lat='1' lon='1'/></osm>   | not a number",
      })
  void refusesWhatIsNoMap(String name, String content, String words) {
    requireRefused(name, utf8(content == null ? "" : content), words);
  }

  @Test
  void refusesEntitiesThatGrow() {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
            + "<osm>&b;</osm>";
    requireRefused("bomb.osm", utf8(bomb), "document type");
  }

  @Test
  void refusesWaysWhoseNodesAreAllMissing() {
    requireRefused("nodes.osm", utf8("<osm>" + ROAD + "</osm>"), "nodes.osm");
  }

  @Test
  void refusesOnlyFootpaths() {
    String paths = "<osm>" + NODES + ROAD.replace("primary", "footway") + "</osm>";
    requireRefused("paths.osm", utf8(paths), "no road that an ambulance can use");
  }

  @Test
  void refusesDamagedAndCutOffGzip() throws Exception {
    byte[] whole = gz(utf8(new OsmTown(1, 6).xml()));
    requireRefused("cut.osm.gz", Arrays.copyOf(whole, whole.length / 2), "cut off");
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x55;
    requireRefused("flipped.osm.gz", flipped, "flipped.osm.gz");
    requireRefused("stub.osm.gz", Arrays.copyOf(whole, 5), "stub.osm.gz");
  }

  @Test
  void refusesBlocksThatCannotBe() {
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType("OSMData")
            .setDatasize(100_000_000)
            .build()
            .toByteArray();
    byte[] huge = ByteBuffer.allocate(64).putInt(header.length).put(header).array();
    requireRefused("huge.osm.pbf", huge, "too large");
    requireRefused("cut.osm.pbf", new byte[] {0, 0, 0, 13, 10, 9}, "cut off");
    requireRefused("zero.osm.pbf", new byte[] {0, 0, 0}, "cut off");
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    noise[0] = 0;
    noise[1] = 0;
    noise[2] = 0;
    requireRefused("noise.osm.pbf", noise, "noise.osm.pbf");
  }

  @Test
  void neverAnswersNoiseWithAnythingButARefusal() {
    Random random = new Random(7);
    byte[] whole = utf8(new OsmTown(2, 4).xml());
    for (int i = 0; i < 60; i++) {
      byte[] broken = whole.clone();
      int at = random.nextInt(broken.length - 40);
      random.nextBytes(broken);
      System.arraycopy(whole, 0, broken, 0, at);
      requireRefused("noise.osm", broken, "noise.osm");
    }
  }

  @Test
  void aFailedImportLeavesTheOldMap() throws Exception {
    read("a.osm", utf8("<osm>" + NODES + ROAD + "</osm>"));
    byte[] before = Files.readAllBytes(folder.resolve("map").resolve(MapFile.NAME));
    assertThatThrownBy(() -> read("b.osm", utf8("<osm>"))).isInstanceOf(MapUnreadable.class);
    assertThat(Files.readAllBytes(folder.resolve("map").resolve(MapFile.NAME))).isEqualTo(before);
    assertThat(RoadMap.open(folder.resolve("map")).source())
        .isEqualTo(MapSource.of(folder.resolve("a.osm")));
  }

  @Test
  void tellsADamagedFolderFromOneOfAnotherVersion() throws Exception {
    read("a.osm", utf8("<osm>" + NODES + ROAD + "</osm>"));
    Path file = folder.resolve("map").resolve(MapFile.NAME);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] broken = whole.clone();
      broken[at] ^= 0x10;
      Files.write(file, broken);
      assertThatThrownBy(() -> RoadMap.open(folder.resolve("map")))
          .as("byte %d", at)
          .isInstanceOf(MapUnreadable.class)
          .hasMessageContaining("Import the map again");
      Files.write(file, Arrays.copyOf(whole, at));
      assertThatThrownBy(() -> RoadMap.open(folder.resolve("map")))
          .isInstanceOf(MapUnreadable.class);
    }
    whole[11]++;
    Files.write(file, whole);
    assertThatThrownBy(() -> RoadMap.open(folder.resolve("map"))).hasMessageContaining("format 2");
    assertThatThrownBy(() -> RoadMap.open(folder.resolve("elsewhere")))
        .isInstanceOf(MapUnreadable.class)
        .hasMessageContaining("Import one");
  }
}
