package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Id;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a user, the same in accounts and sessions. */
final class SessionUsers {
  static final String COLUMNS = "username, center, role, unit_id, hospital_id, station_id";

  private SessionUsers() {}

  static SessionUser user(Row row) {
    return new SessionUser(
        row.getString("username"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        new CenterId(row.getString("center")),
        id(row.getString("unit_id"), UnitId::new),
        id(row.getString("hospital_id"), HospitalId::new),
        id(row.getString("station_id"), StationId::new));
  }

  /** Adds the six columns to {@code arguments}, in their order. */
  static Tuple add(Tuple arguments, SessionUser user) {
    return arguments
        .addString(user.username())
        .addString(user.center().value())
        .addString(user.role().name().toLowerCase(Locale.ROOT))
        .addString(text(user.unitId()))
        .addString(text(user.hospitalId()))
        .addString(text(user.stationId()));
  }

  private static <T> @Nullable T id(@Nullable String text, Function<String, T> make) {
    return text == null ? null : make.apply(text);
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
