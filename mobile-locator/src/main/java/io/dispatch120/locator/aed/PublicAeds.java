package io.dispatch120.locator.aed;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.locator.position.Measurements;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;

/** The search for defibrillators that needs no account. */
public final class PublicAeds {
  private static final int DEFAULT_LIMIT = 20;

  private final DispatchApi api;
  private final Measurements measurements;

  public PublicAeds(DispatchApi api, Measurements measurements) {
    this.api = api;
    this.measurements = measurements;
  }

  public void bindTo(ContractRouter router) {
    router.on("listPublicAeds", this::list);
  }

  private record Found(List<AedView> items) {}

  private Future<Answer> list(Request request) {
    Datum datum = request.choiceOrNull("datum", Datum.class);
    LngLat near =
        measurements.toWgs84(near(request.parameter("near")), datum == null ? Datum.WGS84 : datum);
    return api.findAeds(near, request.integer("limit", DEFAULT_LIMIT))
        .map(found -> Answer.ok(new Found(found.stream().map(PublicAeds::withoutPhone).toList())));
  }

  /** Reads {@code lng,lat}, as the contract's pattern has it. */
  private static LngLat near(String text) {
    int comma = text.indexOf(',');
    try {
      return new LngLat(
          Double.parseDouble(text.substring(0, comma)),
          Double.parseDouble(text.substring(comma + 1)));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
              "near", "must be lng,lat: longitude first, to 180 degrees, then latitude, to 90")
          .asException();
    }
  }

  /** The core leaves the phone out already; a private number is worth a second look. */
  private static AedView withoutPhone(AedView aed) {
    return new AedView(
        aed.id(),
        aed.name(),
        aed.position(),
        aed.building(),
        aed.floor(),
        aed.placement(),
        aed.openingHours(),
        aed.hoursText(),
        aed.access(),
        aed.openNow(),
        aed.readiness(),
        aed.lastCheckedAt(),
        aed.custodian(),
        null,
        aed.distanceMeters(),
        aed.walkSeconds());
  }
}
