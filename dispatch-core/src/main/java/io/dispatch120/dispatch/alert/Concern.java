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
 * @param subject what else it is about, such as a pre-alert or a patient's interval; null for
 *     nothing else
 */
public record Concern(
    AlertKind kind, @Nullable AssignmentId assignmentId, @Nullable String subject) {

  /** About an assignment, or with null about the incident. */
  public Concern(AlertKind kind, @Nullable AssignmentId assignmentId) {
    this(kind, assignmentId, null);
  }

  public static Concern of(AlertKind kind) {
    return new Concern(kind, null, null);
  }

  public static Concern of(AlertKind kind, String subject) {
    return new Concern(kind, null, subject);
  }

  /** The name of its deadline within the incident, like {@code not_en_route:3f…}. */
  public String timerId() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    if (assignmentId != null) {
      return name + ":" + assignmentId;
    }
    return subject == null ? name : name + ":" + subject;
  }
}
