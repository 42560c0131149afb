package io.dispatch120.app.simulation.caller;

import io.dispatch120.geo.api.LngLat;
import java.util.List;

/**
 * One possible call.
 *
 * @param position where the patient is
 * @param priority what the colleague makes of it
 * @param callerWithPatient {@code yes}, {@code no} or {@code unknown}
 * @param weight how often it is drawn, compared with the others
 * @param messages what the caller may write, one of them
 */
public record CallerSeed(
    String id,
    String complaint,
    String priority,
    String address,
    LngLat position,
    String phone,
    String callerWithPatient,
    double weight,
    String note,
    List<String> messages) {
  public CallerSeed {
    messages = List.copyOf(messages);
  }
}
