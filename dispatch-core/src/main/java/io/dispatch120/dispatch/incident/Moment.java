package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.geo.api.Datums;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who commands, when, and under which rules. Gives every new thing an identity derived from the
 * command's, so that a decision is a function of its inputs and a repeated command names the same
 * things.
 *
 * @param now database time as the node knows it
 * @param actingUnit the unit a crew acts for; another unit's assignment does not exist for it. Null
 *     for all else
 * @param datums conversions, to see whether two fixes differ by a mistaken datum
 */
public record Moment(
    UUID commandId,
    CenterId center,
    Actor actor,
    @Nullable UnitId actingUnit,
    Instant now,
    CenterPolicy policy,
    Datums datums) {
  /** Labels of identities, by which other code finds again what a command made. */
  public static final String INCIDENT = "incident";

  public static final String PATIENT = "patient";
  public static final String CALL = "call";
  public static final String ASSIGNMENT = "assignment";
  public static final String FIX = "fix";
  public static final String LINK = "link";
  public static final String MESSAGE = "message";
  public static final String CLOSURE = "closure";
  public static final String PROPOSAL = "proposal";

  /** The label of the alert of {@code kind} that a command raises. */
  public static String alert(AlertKind kind) {
    return "alert:" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** The identity of the {@code label} that this command makes, the same each time it is asked. */
  public String newId(String label) {
    return newId(commandId, label);
  }

  public static String newId(UUID commandId, String label) {
    return UUID.nameUUIDFromBytes((commandId + "/" + label).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
