package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import java.util.List;
import java.util.UUID;

/**
 * Entries of a centre's catalogue that are put in place of what has their ids, and ids that go.
 * What is not named stays. Of a unit only what the catalogue says of it changes; its duty and its
 * assignments belong to the journal.
 *
 * @param id of the journal's command
 * @param basedOn the catalogue's revision that was looked at
 * @param parts what is put and what goes
 */
public record CatalogueEdit(UUID id, Actor actor, long basedOn, Parts parts) {

  /**
   * @param catalogue the name in {@link CatalogueChanged}
   */
  public record Parts(
      String catalogue,
      List<StationInfo> stations,
      List<UnitInfo> units,
      List<HospitalInfo> hospitals,
      List<AedInfo> aeds,
      List<ResponderInfo> responders,
      List<PlaceInfo> places,
      List<String> removedAeds) {

    public Parts {
      stations = List.copyOf(stations);
      units = List.copyOf(units);
      hospitals = List.copyOf(hospitals);
      aeds = List.copyOf(aeds);
      responders = List.copyOf(responders);
      places = List.copyOf(places);
      removedAeds = List.copyOf(removedAeds);
    }

    public static Parts ofAeds(List<AedInfo> put, List<String> removed) {
      return new Parts("aeds", List.of(), List.of(), List.of(), put, List.of(), List.of(), removed);
    }

    public static Parts ofUnits(List<StationInfo> stations, List<UnitInfo> units) {
      return new Parts(
          "units", stations, units, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static Parts ofHospitals(List<HospitalInfo> put) {
      return new Parts(
          "hospitals", List.of(), List.of(), put, List.of(), List.of(), List.of(), List.of());
    }

    public static Parts ofResponders(List<ResponderInfo> put) {
      return new Parts(
          "responders", List.of(), List.of(), List.of(), List.of(), put, List.of(), List.of());
    }

    public static Parts ofPlaces(List<PlaceInfo> put) {
      return new Parts(
          "gazetteer", List.of(), List.of(), List.of(), List.of(), List.of(), put, List.of());
    }

    /** Entries put or gone. */
    public int entries() {
      return stations.size()
          + units.size()
          + hospitals.size()
          + aeds.size()
          + responders.size()
          + places.size()
          + removedAeds.size();
    }
  }
}
