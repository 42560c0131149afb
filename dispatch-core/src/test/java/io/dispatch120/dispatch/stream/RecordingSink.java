package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.FrameSink;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A socket whose client keeps every frame, and may be slow or gone. */
public final class RecordingSink implements FrameSink {
  public final List<JsonObject> frames = new ArrayList<>();
  public int queued;
  public boolean gone;
  public int closedWith;

  @Override
  public boolean send(String frame) {
    if (!gone) {
      frames.add(new JsonObject(frame));
    }
    return !gone;
  }

  @Override
  public int queued() {
    return queued;
  }

  @Override
  public void close(int code, String reason) {
    closedWith = code;
    gone = true;
  }

  /** Frames of one type. */
  public List<JsonObject> of(String type) {
    return frames.stream().filter(f -> type.equals(f.getString("type"))).toList();
  }

  public List<Long> events() {
    return of("event").stream().map(f -> f.getLong("seq")).toList();
  }

  public JsonObject last(String type) {
    List<JsonObject> all = of(type);
    return all.get(all.size() - 1);
  }
}
