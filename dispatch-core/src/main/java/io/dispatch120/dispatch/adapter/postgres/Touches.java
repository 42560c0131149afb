package io.dispatch120.dispatch.adapter.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dispatch120.dispatch.api.Id;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a command reads or changes. Two commands that share one of these are written one after
 * the other.
 */
final class Touches {
  private final Set<String> all = new LinkedHashSet<>();

  void add(String kind, @Nullable Id id) {
    if (id != null) {
      add(kind, id.value());
    }
  }

  void add(String kind, String id) {
    all.add(kind + ":" + id);
  }

  void write(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("touches");
    for (String one : all) {
      out.writeString(one);
    }
    out.writeEndArray();
  }
}
