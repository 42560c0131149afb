package io.dispatch120.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.openstreetmap.osmosis.osmbinary.Osmformat.DenseNodes;
import org.openstreetmap.osmosis.osmbinary.Osmformat.HeaderBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveBlock;
import org.openstreetmap.osmosis.osmbinary.Osmformat.PrimitiveGroup;
import org.openstreetmap.osmosis.osmbinary.Osmformat.StringTable;
import org.openstreetmap.osmosis.osmbinary.Osmformat.Way;

class OsmReaderTest {
  @TempDir private Path folder;

  private static final String SMALL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6"><bounds minlat="1"/>
      <node id="1" lat="28.2" lon="112.9"><tag k="name" v="麓谷"/></node>
      <node id="2" lat="-0.5" lon="-180" visible="false"/>
      <node id="3" lat="28.3" lon="112.95"/>
      <way id="7"><nd ref="1"/><nd ref="3"/><tag k="highway" v="primary"/></way>
      <relation id="9"><member type="way" ref="7" role="outer"/><tag k="type" v="boundary"/></relation>
      </osm>
      """;

  private static final class Heard implements OsmSink {
    private final List<String> all = new ArrayList<>();

    @Override
    public void node(long id, int lngE7, int latE7, Map<String, String> tags) {
      all.add("node " + id + " " + lngE7 + " " + latE7 + " " + tags);
    }

    @Override
    public void way(long id, long[] nodes, Map<String, String> tags) {
      all.add("way " + id + " " + Arrays.toString(nodes) + " " + tags);
    }

    @Override
    public void relation(long id, List<Member> members, Map<String, String> tags) {
      all.add("relation " + id + " " + members + " " + tags);
    }
  }

  private List<String> read(byte[] bytes) throws IOException {
    Heard heard = new Heard();
    OsmReader.read(Files.write(folder.resolve("file"), bytes), heard, done -> {});
    return heard.all;
  }

  @Test
  void readsXmlPlainAndPacked() throws IOException {
    byte[] plain = SMALL.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    assertThat(read(plain))
        .containsExactly(
            "node 1 1129000000 282000000 {name=麓谷}",
            "node 3 1129500000 283000000 {}",
            "way 7 [1, 3] {highway=primary}",
            "relation 9 [Member[type=WAY, ref=7, role=outer]] {type=boundary}")
        .isEqualTo(read(packed.toByteArray()));
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(OsmUnreadable.class)
        .hasMessage("it is cut off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "<osm><node id='1' lat='91' lon='0'/></osm> | outside the Earth",
        "<osm><node id='1' lat='NaN' lon='0'/></osm> | outside the Earth",
        "<osm><node id='1' lat='x' lon='0'/></osm> | a number that is none",
        "<osm><node lat='1' lon='0'/></osm> | a node without id",
        "<osm><way id='1'> | no well-formed XML",
        "<gpx/> | does not begin with <osm>",
        "hello | no well-formed XML",
        "<!DOCTYPE osm [<!ENTITY a 'b'>]><osm/> | a document type",
        "<!DOCTYPE osm SYSTEM 'file:///etc/passwd'><osm/> | a document type"
      })
  void refusesWhatIsNoMap(String text, String why) {
    assertThatThrownBy(() -> read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(OsmUnreadable.class)
        .hasMessageContaining(why);
  }

  @Test
  void readsPbfAndRefusesBrokenOnes() throws IOException {
    byte[] whole = pbf("OsmSchema-V0.6", 1_129_000_000L);
    assertThat(read(whole))
        .containsExactly(
            "node 5 1129000000 282000000 {highway=primary}",
            "node 6 1129000010 282000010 {}",
            "way 8 [5, 6] {highway=primary}");
    for (int size : new int[] {5, whole.length / 2, whole.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(whole, size))).isInstanceOf(OsmUnreadable.class);
    }
    assertThatThrownBy(() -> read(pbf("Mystery", 0))).hasMessageContaining("Mystery");
    assertThatThrownBy(() -> read(pbf("DenseNodes", 9_000_000_000L)))
        .hasMessageContaining("outside the Earth");
    assertThatThrownBy(() -> read(new byte[] {0, 127, 1, 1, 3, 4}))
        .hasMessageContaining("no .osm.pbf file");
  }

  private static byte[] pbf(String feature, long lng) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    block(
        out,
        "OSMHeader",
        HeaderBlock.newBuilder().addRequiredFeatures(feature).build().toByteString());
    StringTable.Builder strings = StringTable.newBuilder();
    for (String text : List.of("", "highway", "primary")) {
      strings.addS(ByteString.copyFromUtf8(text));
    }
    DenseNodes nodes =
        DenseNodes.newBuilder()
            .addAllId(List.of(5L, 1L))
            .addAllLon(List.of(lng, 10L))
            .addAllLat(List.of(282_000_000L, 10L))
            .addAllKeysVals(List.of(1, 2, 0, 0))
            .build();
    Way way = Way.newBuilder().setId(8).addAllRefs(List.of(5L, 1L)).addKeys(1).addVals(2).build();
    PrimitiveBlock data =
        PrimitiveBlock.newBuilder()
            .setStringtable(strings)
            .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
            .addPrimitivegroup(PrimitiveGroup.newBuilder().addWays(way))
            .build();
    block(out, "OSMData", data.toByteString());
    return bytes.toByteArray();
  }

  private static void block(DataOutputStream out, String type, ByteString content)
      throws IOException {
    ByteString blob = Blob.newBuilder().setRaw(content).build().toByteString();
    byte[] header =
        BlobHeader.newBuilder().setType(type).setDatasize(blob.size()).build().toByteArray();
    out.writeInt(header.length);
    out.write(header);
    blob.writeTo(out);
  }
}
