package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level of a hospital's ladder that was told.
 *
 * @param contact the role that was told, such as 介入值班医师
 * @param name who that is now, where it is known
 * @param together who was told at the same moment
 * @param answeredBy user, or the role of the one who answered by the link
 */
public record EscalationView(
    EscalationId id,
    PreAlertId preAlertId,
    IncidentId incidentId,
    PatientId patientId,
    HospitalId hospitalId,
    PreAlertKind kind,
    int level,
    String contact,
    @Nullable Personal name,
    ContactChannel channel,
    @Nullable Personal phone,
    List<RecipientView> together,
    List<PageView> pages,
    Instant sentAt,
    Instant dueAt,
    EscalationState state,
    @Nullable EscalationAnswer answer,
    @Nullable Personal reason,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    @Nullable MilestoneSource source) {

  public record RecipientView(
      String contact, @Nullable Personal name, ContactChannel channel, @Nullable Personal phone) {}

  /**
   * A text message of this level.
   *
   * @param recipient 0 for {@code contact}, then those told together
   * @param problem why it could not be delivered
   */
  public record PageView(
      int recipient, PageState state, @Nullable Instant at, @Nullable String problem) {}
}
