package io.dispatch120.app.node;

import io.dispatch120.app.cli.UserAdministration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.access.Passwords;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code users add}. */
public final class UserTool implements UserAdministration {
  @Override
  public void add(DatabaseUrl database, NewUser user, char[] password) {
    Tools.with(
        database,
        storage -> {
          Catalogue catalogue = catalogue(storage, user);
          SessionUser person =
              new SessionUser(
                  user.name(),
                  io.dispatch120.dispatch.api.Role.valueOf(
                      user.role().name().toUpperCase(Locale.ROOT)),
                  catalogue.center().id(),
                  user.unit().map(id -> unit(catalogue, id)).orElse(null),
                  user.hospital().map(id -> hospital(catalogue, id)).orElse(null),
                  user.station().map(id -> station(catalogue, id)).orElse(null));
          if (Tools.get(storage.users().find(user.name())).isPresent()) {
            throw new StartFailure(
                "there is a user " + user.name() + " already", "Choose another name.");
          }
          Tools.get(
              storage
                  .users()
                  .save(new Account(person, Passwords.hash(CharBuffer.wrap(password)), false)));
          return person;
        });
  }

  private static Catalogue catalogue(PostgresStorage storage, NewUser user) {
    List<CenterId> centers = Tools.get(storage.catalogues().listCenters());
    if (centers.isEmpty()) {
      throw new StartFailure(
          "there is no dispatch centre in this database yet",
          "Add one first: dispatch120 centers add FOLDER");
    }
    CenterId center =
        user.center()
            .map(CenterId::new)
            .orElseGet(
                () -> {
                  if (centers.size() > 1) {
                    throw new StartFailure(
                        "there are several centres: " + centers, "Name one with --center.");
                  }
                  return centers.get(0);
                });
    return Tools.get(storage.catalogues().find(center))
        .orElseThrow(
            () -> new StartFailure("there is no centre " + center, "Known are " + centers + "."));
  }

  private static UnitId unit(Catalogue catalogue, String id) {
    return known(
        catalogue.units().stream().map(Catalogue.UnitInfo::id).toList(), UnitId::value, id, "unit");
  }

  private static HospitalId hospital(Catalogue catalogue, String id) {
    return known(
        catalogue.hospitals().stream().map(Catalogue.HospitalInfo::id).toList(),
        HospitalId::value,
        id,
        "hospital");
  }

  private static StationId station(Catalogue catalogue, String id) {
    return known(
        catalogue.stations().stream().map(Catalogue.StationInfo::id).toList(),
        StationId::value,
        id,
        "station");
  }

  private static <T> T known(List<T> all, Function<T, String> text, String wanted, String what) {
    Optional<T> found = all.stream().filter(id -> text.apply(id).equals(wanted)).findFirst();
    return found.orElseThrow(
        () ->
            new StartFailure(
                "there is no " + what + " " + wanted,
                "Known are " + all.stream().map(text).limit(30).toList() + "."));
  }
}
