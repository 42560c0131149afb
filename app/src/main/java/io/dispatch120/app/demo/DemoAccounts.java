package io.dispatch120.app.demo;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The demo's well-known accounts: one for each role, unit and hospital, and a second dispatcher, as
 * whom the simulation works.
 */
public final class DemoAccounts {
  /** The simulated colleague at the next desk. */
  public static final String COLLEAGUE = "dispatcher2";

  private DemoAccounts() {}

  public record DemoAccount(SessionUser user, String password) {}

  /** Every account of the demo centre. */
  public static List<DemoAccount> of(Catalogue catalogue) {
    CenterId center = catalogue.center().id();
    UnitInfo firstUnit = catalogue.units().get(0);
    HospitalInfo firstHospital = catalogue.hospitals().get(0);
    List<DemoAccount> accounts = new ArrayList<>();
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      accounts.add(
          account(
              name,
              role,
              center,
              role == Role.CREW ? firstUnit.id() : null,
              role == Role.HOSPITAL ? firstHospital.id() : null,
              role == Role.STATION ? firstUnit.station() : null));
    }
    accounts.add(account(COLLEAGUE, Role.DISPATCHER, center, null, null, null));
    for (UnitInfo unit : catalogue.units()) {
      String name = unit.id().value().toLowerCase(Locale.ROOT);
      accounts.add(account(name, Role.CREW, center, unit.id(), null, null));
    }
    for (HospitalInfo hospital : catalogue.hospitals()) {
      accounts.add(
          account(hospital.id().value(), Role.HOSPITAL, center, null, hospital.id(), null));
    }
    return accounts;
  }

  private static DemoAccount account(
      String name,
      Role role,
      CenterId center,
      @Nullable UnitId unit,
      @Nullable HospitalId hospital,
      @Nullable StationId station) {
    return new DemoAccount(
        new SessionUser(name, role, center, unit, hospital, station),
        "demo-" + role.name().toLowerCase(Locale.ROOT));
  }
}
