package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML with the line of every node, so that whoever wrote it can be told where something is wrong.
 * Scalars are their text. Made for small files of our own form.
 */
sealed interface YamlTree {
  /** Counted from 1. */
  int line();

  record Scalar(int line, String text) implements YamlTree {}

  record Sequence(int line, List<YamlTree> items) implements YamlTree {}

  record Mapping(int line, Map<String, YamlTree> fields) implements YamlTree {}

  /** What is wrong with the text itself. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /**
   * Reads a document.
   *
   * @throws Unreadable when it is no YAML, empty, or names a field twice
   */
  static YamlTree parse(String text) throws Unreadable {
    try (JsonParser in = new YAMLFactory().createParser(text)) {
      if (in.nextToken() == null) {
        throw new Unreadable(1, "is empty");
      }
      return read(in);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new Unreadable(
          line, "is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new Unreadable(1, "is no YAML");
    }
  }

  private static YamlTree read(JsonParser in) throws IOException, Unreadable {
    int line = in.currentTokenLocation().getLineNr();
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlTree> fields = new LinkedHashMap<>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        int at = in.currentTokenLocation().getLineNr();
        in.nextToken();
        if (fields.put(name, read(in)) != null) {
          throw new Unreadable(at, "names " + name + " twice");
        }
      }
      return new Mapping(line, fields);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlTree> items = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(in));
      }
      return new Sequence(line, items);
    }
    return new Scalar(line, token == JsonToken.VALUE_NULL ? "" : in.getText());
  }
}
