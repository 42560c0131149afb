package io.dispatch120.app.cli;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import java.util.Optional;

/** Adds people who may sign in. */
public interface UserAdministration {
  /** The roles a person can have, as in the API. */
  enum Role {
    dispatcher,
    supervisor,
    station,
    crew,
    responder,
    hospital,
    admin,
    observer
  }

  /**
   * A person to be added.
   *
   * @param center empty: the only one there is
   * @param unit of a crew
   * @param hospital of hospital staff
   * @param station of a station's desk
   */
  record NewUser(
      String name,
      Role role,
      Optional<String> center,
      Optional<String> unit,
      Optional<String> hospital,
      Optional<String> station) {
    @Override
    public String toString() {
      return name + " (" + role + ")";
    }
  }

  /**
   * Adds the person.
   *
   * @param password in clear; overwritten by the caller afterwards
   * @throws StartFailure when the name is taken, or center, unit or hospital is unknown
   */
  void add(DatabaseUrl database, NewUser user, char[] password);
}
