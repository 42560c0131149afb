package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A {@link Line} as an array of {@code [lng,lat]} pairs. */
final class LineJson {
  private LineJson() {}

  static SimpleModule addTo(SimpleModule module) {
    return module.addSerializer(Line.class, new Write()).addDeserializer(Line.class, new Read());
  }

  private static final class Write extends JsonSerializer<Line> {
    @Override
    public void serialize(Line value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (LngLat point : value.points()) {
        out.writeStartArray();
        out.writeNumber(point.lng());
        out.writeNumber(point.lat());
        out.writeEndArray();
      }
      out.writeEndArray();
    }
  }

  private static final class Read extends JsonDeserializer<Line> {
    @Override
    public Line deserialize(JsonParser in, DeserializationContext context) throws IOException {
      double[][] pairs = context.readValue(in, double[][].class);
      List<LngLat> points = Arrays.stream(pairs).map(pair -> new LngLat(pair[0], pair[1])).toList();
      return new Line(points);
    }
  }
}
