package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.CenterView;
import io.dispatch120.dispatch.api.CenterView.HospitalView;
import java.util.Comparator;

/** Centres as clients see them. Pure; equal catalogues give equal views. */
public final class CenterViews {
  private CenterViews() {}

  /** The centre of {@code catalogue}; stations and hospitals by id. */
  public static CenterView of(Catalogue catalogue) {
    CenterInfo center = catalogue.center();
    return new CenterView(
        center.id(),
        center.name(),
        center.zone(),
        center.environment().equals("demo"),
        center.mapCenter(),
        center.serviceArea(),
        catalogue.stations().stream()
            .sorted(Comparator.comparing((StationInfo station) -> station.id().value()))
            .toList(),
        catalogue.hospitals().stream()
            .sorted(Comparator.comparing((HospitalInfo hospital) -> hospital.id().value()))
            .map(CenterViews::hospital)
            .toList());
  }

  private static HospitalView hospital(HospitalInfo hospital) {
    return new HospitalView(
        hospital.id(),
        hospital.name(),
        hospital.position(),
        hospital.capabilities(),
        hospital.accreditation());
  }
}
