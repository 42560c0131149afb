package io.dispatch120.dispatch.api;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and what narrows the role: a crew its unit, a hospital desk its hospital, a
 * station desk its station.
 */
public record SessionUser(
    String username,
    Role role,
    CenterId center,
    @Nullable UnitId unitId,
    @Nullable HospitalId hospitalId,
    @Nullable StationId stationId) {

  public Actor actor() {
    return Actor.user(role, username);
  }
}
