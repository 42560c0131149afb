package io.dispatch120.app.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.incident.Decision;
import io.dispatch120.dispatch.incident.Decisions;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.incident.Provisional;
import io.dispatch120.dispatch.incident.Scene;
import io.dispatch120.dispatch.journal.Projection;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes calls that go nowhere, so that the first real caller does not wait for classes to be loaded
 * and the board's loop is not held up by it. Pure: touches neither journal nor board.
 */
final class WarmUp {
  private static final int ROUNDS = 50;

  private WarmUp() {}

  static void run(Datums datums) {
    CenterPolicy policy = CenterPolicy.defaults(ZoneId.of("Asia/Shanghai"), "W");
    for (int i = 0; i < ROUNDS; i++) {
      takeCall(policy, datums, Instant.now());
    }
  }

  private static void takeCall(CenterPolicy policy, Datums datums, Instant now) {
    Moment moment =
        new Moment(
            UUID.randomUUID(),
            new CenterId("warm-up"),
            Actor.system("warm-up"),
            null,
            now,
            policy,
            datums);
    LocationReport place =
        new LocationReport(new LngLat(112.9, 28.2), 20.0, FixSource.LINK, Datum.WGS84, now);
    Command call =
        new Command.ReceiveCall(
            new Personal("13900000000"),
            null,
            CallerWithPatient.YES,
            false,
            null,
            new Personal("-"),
            Complaint.CHEST_PAIN,
            null,
            place,
            true);
    if (Decisions.decide(Scene.EMPTY, call, moment) instanceof Decision.Accepted accepted) {
      Incident incident = Provisional.apply(Optional.empty(), accepted.drafts(), moment);
      Projection.rows(Optional.empty(), incident, policy, now);
      write(Json.wire(), IncidentViews.of(incident, now));
      write(Json.masked(), IncidentViews.of(incident, now));
    }
  }

  private static void write(ObjectMapper mapper, Object view) {
    try {
      mapper.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
