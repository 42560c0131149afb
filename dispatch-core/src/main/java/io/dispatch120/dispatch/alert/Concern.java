package io.dispatch120.dispatch.alert;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition that an alert of its kind is about: it holds or not, as a function of the incident's
 * state. While it lasts a deadline runs; when it ends the alert clears.
 *
 * @param assignmentId the assignment it is about, null when it is the incident's
 */
public record Concern(AlertKind kind, @Nullable AssignmentId assignmentId) {

  public static Concern of(AlertKind kind) {
    return new Concern(kind, null);
  }

  /** The name of its deadline within the incident, like {@code not_en_route:3f…}. */
  public String timerId() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return assignmentId == null ? name : name + ":" + assignmentId;
  }
}
