package io.dispatch120.locator.adapter;

import static io.dispatch120.locator.adapter.InMemoryCore.A01;
import static io.dispatch120.locator.adapter.InMemoryCore.NOW;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.LocatorView.ApproachingUnit;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.LngLat;
import java.util.List;

/** What a caller sees, with every field that there is. */
final class CallerSamples {
  static final LngLat PLACE = new LngLat(112.9, 28.2);
  static final PositionView POSITION = new PositionView(112.9, 28.2, 12.5, FixSource.LINK, NOW);

  private CallerSamples() {}

  static LocatorView locator(CallerWithPatient presence, List<String> messages) {
    return new LocatorView(
        IncidentStatus.EN_ROUTE,
        POSITION,
        presence,
        List.of(
            new ApproachingUnit(A01, AssignmentStatus.EN_ROUTE, 240.0, 112.9, 28.2, NOW),
            new ApproachingUnit(
                new UnitId("A02"), AssignmentStatus.ASSIGNED, null, null, null, null)),
        false,
        List.of(aed(PLACE)),
        List.of(),
        messages.stream()
            .map(text -> new MessageView("m", MessageSender.CALLER, new Personal(text), NOW))
            .toList(),
        NOW.plusSeconds(7_200),
        12);
  }

  static AedView aed(LngLat place) {
    return new AedView(
        "aed-1",
        "市民中心",
        place,
        "A 座",
        "1F",
        "大厅",
        "Mo-Su 08:00-22:00",
        "8:00-22:00",
        AedAccess.STAFFED,
        true,
        AedReadiness.UNKNOWN,
        NOW,
        null,
        null,
        120.0,
        100.0);
  }

  /** Gives a custodian's phone, which no public answer may. */
  static AedView careless(LngLat near) {
    AedView aed = aed(near);
    return new AedView(
        aed.id(),
        aed.name(),
        near,
        null,
        "1F",
        null,
        null,
        null,
        AedAccess.PUBLIC,
        null,
        AedReadiness.OK,
        null,
        "前台",
        "13900005678",
        120.0,
        100.0);
  }
}
