package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.dispatch120.dispatch.api.Personal;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * JSON as clients see it: camelCase fields, enums in lower snake_case, identities as plain strings,
 * times in ISO 8601 UTC with {@code Z} and at most microseconds, nulls left out (except where a
 * null says something: {@link VocabularyIntrospector}). Reading refuses unknown and repeated
 * fields, wrong types, missing numbers, trailing text and deep nesting, with an exception of
 * Jackson that names the place. Durations and other time types have no JSON form on purpose: fields
 * carry their unit.
 *
 * <p>The mappers are shared and thread-safe; they must not be reconfigured.
 */
public final class Json {
  /** Deeper nesting than any record of ours, far below what could exhaust a stack. */
  private static final int MAX_DEPTH = 64;

  /** Four-digit years only: no database keeps the others, and none of them is meant. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,22}[0-9]");

  private static final ObjectMapper WIRE = build(new PlainPersonal());
  private static final ObjectMapper MASKED = build(new MaskedPersonal());

  private Json() {}

  /** For roles that may see personal data, and for reading requests. */
  public static ObjectMapper wire() {
    return WIRE;
  }

  /** For roles without personal data: phone numbers like {@code 138****1234}, all else hidden. */
  public static ObjectMapper masked() {
    return MASKED;
  }

  static ObjectMapper build(JsonSerializer<Personal> personal) {
    SimpleModule module =
        LineJson.addTo(new SimpleModule("dispatch"))
            .addSerializer(Instant.class, new MicrosecondInstant())
            .addDeserializer(Instant.class, new StrictInstant())
            .addSerializer(Personal.class, personal)
            .addDeserializer(Personal.class, new ReadPersonal());
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .addModule(module)
        .annotationIntrospector(new VocabularyIntrospector())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }

  private static final class MicrosecondInstant extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.truncatedTo(ChronoUnit.MICROS).toString());
    }
  }

  private static final class StrictInstant extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = stringOf(in, context, Instant.class);
      try {
        Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
          throw new DateTimeException("beyond the years 0 to 9999");
        }
        return at;
      } catch (DateTimeException e) {
        return (Instant)
            context.handleWeirdStringValue(
                Instant.class, text, "a time in ISO 8601, like 2026-01-31T08:00:00Z, is needed");
      }
    }
  }

  private static final class PlainPersonal extends JsonSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.text());
    }
  }

  private static final class MaskedPersonal extends JsonSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(PHONE_LIKE.matcher(value.text()).matches() ? value.masked() : "***");
    }
  }

  private static final class ReadPersonal extends JsonDeserializer<Personal> {
    @Override
    public Personal deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return new Personal(stringOf(in, context, Personal.class));
    }
  }

  private static String stringOf(JsonParser in, DeserializationContext context, Class<?> type)
      throws IOException {
    if (!in.currentToken().isScalarValue() || in.currentToken().isNumeric()) {
      context.reportWrongTokenException(type, JsonToken.VALUE_STRING, "a text is needed");
    }
    String text = in.getValueAsString();
    return text == null ? "" : text;
  }
}
