package io.dispatch120.dispatch.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.fleet.Unit;

/** Catalogue documents as the adapters keep them. */
final class Documents {
  private Documents() {}

  /** What the catalogue says of a unit, standing at its station. */
  static Unit.Profile profile(String unitDocument, String stationDocument) {
    UnitInfo unit = read(unitDocument, UnitInfo.class);
    StationInfo station = read(stationDocument, StationInfo.class);
    return new Unit.Profile(
        unit.callsign(),
        unit.plate(),
        unit.capabilities(),
        unit.station(),
        station.position(),
        unit.phone());
  }

  static <T> T read(String document, Class<T> type) {
    try {
      return Json.wire().readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a " + type.getSimpleName(), e);
    }
  }

  static String write(Object document) {
    try {
      return Json.wire().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + document.getClass(), e);
    }
  }
}
