package io.dispatch120.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict reading of JSON from outside: UTF-8 only, no duplicate names, bounded depth. */
public final class JsonBody {
  /** Deepest nesting taken; the contract needs five. */
  private static final int MAX_DEPTH = 32;

  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * @throws ProblemException 400 {@code bad_json} for anything that is not one JSON value
   */
  public static JsonNode parse(Buffer body) {
    String text;
    try {
      // The decoder refuses malformed bytes; String's own constructor would replace them.
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(400, "bad_json", "The body is not UTF-8.").asException();
    }
    return parse(text);
  }

  /**
   * @throws ProblemException 400 {@code bad_json} for anything that is not one JSON value
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode value = STRICT.readTree(text);
      if (!value.isMissingNode()) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // The parser's own message would quote the body, and with it personal data.
    }
    throw Problem.of(400, "bad_json", "The body is not one JSON value.").asException();
  }
}
