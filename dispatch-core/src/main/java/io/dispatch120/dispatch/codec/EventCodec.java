package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Personal;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as the journal stores them: JSON like on the wire, but every {@link Personal} text sealed
 * with the incident's key, as {@code {"enc":"base64"}}. Fields this version does not know are
 * passed over, so that a node may read what a newer one wrote. Thread-safe.
 */
public final class EventCodec {
  private static final String KEY = "key";
  private static final String SEALED = "enc";

  private static final ObjectMapper STORAGE = storage();

  private EventCodec() {}

  /**
   * The stored form of an event.
   *
   * @param key of the event's incident; null when it is destroyed or there is none: personal texts
   *     are then not kept
   */
  public static String encode(DispatchEvent event, @Nullable DataKey key) {
    if (EventTypes.find(event.type()) != event.getClass()) {
      throw new IllegalArgumentException("the event " + event.type() + " is not in EventTypes");
    }
    try {
      return STORAGE.writer().withAttribute(KEY, key).writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + event.type(), e);
    }
  }

  /**
   * The event that {@link #encode} was given.
   *
   * @param key null when it is destroyed: personal texts become {@link Personal#ERASED}
   * @throws IllegalStateException when the type is unknown, or the data or the key do not fit
   */
  public static DispatchEvent decode(String type, String data, @Nullable DataKey key) {
    Class<? extends DispatchEvent> known = EventTypes.find(type);
    if (known == null) {
      throw new IllegalStateException(
          "the journal holds an event '" + type + "' that this version does not know");
    }
    try {
      return STORAGE.readerFor(known).withAttribute(KEY, key).readValue(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read the data of an event " + type, e);
    }
  }

  private static ObjectMapper storage() {
    ObjectMapper mapper = Json.build(new SealPersonal());
    mapper.registerModule(
        new SimpleModule("storage").addDeserializer(Personal.class, new OpenPersonal()));
    return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static final class SealPersonal extends JsonSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      DataKey key = (DataKey) provider.getAttribute(KEY);
      out.writePOJO(Map.of(SEALED, key == null ? "" : key.seal(value.text())));
    }
  }

  private static final class OpenPersonal extends JsonDeserializer<Personal> {
    @Override
    public Personal deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode node = context.readTree(in);
      JsonNode sealed = node.get(SEALED);
      if (sealed == null || !sealed.isTextual()) {
        return (Personal) context.handleUnexpectedToken(Personal.class, in);
      }
      DataKey key = (DataKey) context.getAttribute(KEY);
      return key == null || sealed.textValue().isEmpty()
          ? Personal.ERASED
          : new Personal(key.open(sealed.textValue()));
    }
  }
}
