package io.dispatch120.dispatch.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.web.ViewEncoder;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Views in the wire's JSON, masked for roles without personal data. */
public final class ViewJson implements ViewEncoder {
  @Override
  public Buffer encode(Object view, @Nullable SessionUser reader) {
    ObjectMapper mapper = reader != null && RoleTable.masks(reader) ? Json.masked() : Json.wire();
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(view));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view cannot be written as JSON", e);
    }
  }
}
