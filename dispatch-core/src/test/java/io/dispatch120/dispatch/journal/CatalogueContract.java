package io.dispatch120.dispatch.journal;

import static io.dispatch120.dispatch.journal.Scenario.assign;
import static io.dispatch120.dispatch.journal.Scenario.event;
import static io.dispatch120.dispatch.journal.Scenario.receiveCall;
import static io.dispatch120.dispatch.journal.Scenario.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.RowChange.UnitRow;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Edits of a catalogue: all or nothing, one after the other, and never the journal's own state. */
public abstract class CatalogueContract extends StorageContract {
  private static final Actor ADMIN = new Actor("admin", "admin");
  private static final LngLat PLACE = new LngLat(112.9, 28.2);

  private static AedInfo aed(String id, String name) {
    return new AedInfo(
        new AedSite(
            id,
            name,
            PLACE,
            null,
            null,
            null,
            "24/7",
            null,
            AedAccess.PUBLIC,
            AedReadiness.OK,
            null),
        null,
        null,
        "list");
  }

  private CatalogueEdit edit(long basedOn, CatalogueEdit.Parts parts) {
    return new CatalogueEdit(UUID.randomUUID(), ADMIN, basedOn, parts);
  }

  private Optional<Long> apply(CatalogueEdit.Parts parts) {
    long revision = await(ports().catalogues().revision(center));
    return await(ports().catalogues().apply(center, edit(revision, parts)));
  }

  @Test
  void putsAndRemovesWithOneEntryInTheJournal() {
    long seq =
        apply(CatalogueEdit.Parts.ofAeds(List.of(aed("a", "one"), aed("b", "two")), List.of()))
            .orElseThrow();
    assertThat(seq).isEqualTo(2);
    assertThat(apply(CatalogueEdit.Parts.ofAeds(List.of(aed("a", "new")), List.of("b"))))
        .contains(3L);
    assertThat(await(ports().catalogues().find(center)).orElseThrow().aeds())
        .containsExactly(aed("a", "new"));
    JournalEntry last = entries().get(2);
    assertThat(last.event()).isEqualTo(new CatalogueChanged("aeds", 2));
    assertThat(last.actor()).isEqualTo(ADMIN);
    assertThat(await(ports().journal().head(center)).seq()).isEqualTo(3);
  }

  @Test
  void refusesAnEditThatWasOvertaken() {
    long revision = await(ports().catalogues().revision(center));
    CatalogueEdit.Parts parts = CatalogueEdit.Parts.ofAeds(List.of(aed("a", "one")), List.of());
    assertThat(await(ports().catalogues().apply(center, edit(revision, parts)))).isPresent();
    CatalogueEdit late =
        edit(revision, CatalogueEdit.Parts.ofAeds(List.of(aed("b", "two")), List.of()));
    assertThat(await(ports().catalogues().apply(center, late))).isEmpty();
    assertThat(await(ports().catalogues().find(center)).orElseThrow().aeds()).hasSize(1);
    assertThat(entries()).hasSize(2);
  }

  @Test
  void takesThousandsAtOnce() {
    List<AedInfo> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(aed("aed-%05d".formatted(i), "设备" + i));
    }
    assertThat(apply(CatalogueEdit.Parts.ofAeds(many, List.of()))).isPresent();
    assertThat(await(ports().catalogues().find(center)).orElseThrow().aeds()).isEqualTo(many);
  }

  @Test
  void leavesWhatIsUnderWayWithAUnit() {
    Committed opened = commit(receiveCall(center, incident));
    Committed sent = commit(assign(incident, opened.lastSeq(), unit(1), 0));
    commit(
        Scenario.command(
            List.of(),
            List.of(
                event(
                    null,
                    unit(2),
                    new UnitAvailabilityChanged(unit(2), Duty.OUT_OF_SERVICE, "repair", null))),
            List.of(new UnitRow(unit(2), Duty.OUT_OF_SERVICE, "repair", null))));
    StationInfo station = new StationInfo(new StationId("s9"), "新站", PLACE, null);
    apply(
        CatalogueEdit.Parts.ofUnits(
            List.of(station),
            List.of(
                new UnitInfo(unit(1), "新名一", "湘A-9", Set.of(Capability.BLS), station.id(), null),
                new UnitInfo(unit(2), "新名二", "湘A-8", Set.of(Capability.BLS), station.id(), null))));

    Unit first = await(ports().boards().findUnit(center, unit(1))).orElseThrow();
    assertThat(first.profile().callsign()).isEqualTo("新名一");
    assertThat(first.incidentId()).isEqualTo(incident);
    assertThat(first.revision()).isEqualTo(sent.lastSeq());
    Unit second = await(ports().boards().findUnit(center, unit(2))).orElseThrow();
    assertThat(second.duty().reason()).isEqualTo("repair");
    assertThat(second.profile().station()).isEqualTo(station.id());
    assertThat(await(ports().catalogues().find(center)).orElseThrow().units()).hasSize(12);
  }

  @Test
  void changesNothingWhenAPartFails() {
    UnitInfo lost = new UnitInfo(unit(1), "x", "y", Set.of(), new StationId("nowhere"), null);
    if (refusesUnknownStations()) {
      assertThatThrownBy(() -> apply(CatalogueEdit.Parts.ofUnits(List.of(), List.of(lost))))
          .isInstanceOf(RuntimeException.class);
      assertThat(await(ports().catalogues().find(center))).contains(Scenario.catalogue(center, 12));
      assertThat(entries()).hasSize(1);
      assertThat(await(ports().catalogues().revision(center))).isZero();
    }
  }

  /** What only a database does. */
  protected abstract boolean refusesUnknownStations();

  @Test
  void keepsRespondersAndPlacesApartFromTheCatalogue() {
    ResponderInfo responder =
        new ResponderInfo(
            "r1",
            new Personal("王小明"),
            new Personal("13912345678"),
            PLACE,
            List.of("CPR"),
            "2027-01-01",
            true,
            800,
            "list");
    PlaceInfo place = new PlaceInfo("p1", "橘子洲", PLACE, "岳麓区", List.of("橘洲"), null, "list");
    apply(CatalogueEdit.Parts.ofResponders(List.of(responder)));
    apply(CatalogueEdit.Parts.ofPlaces(List.of(place)));

    assertThat(await(ports().catalogues().listResponders(center))).containsExactly(responder);
    assertThat(await(ports().catalogues().listPlaces(center))).containsExactly(place);
    assertThat(await(ports().catalogues().find(center))).contains(Scenario.catalogue(center, 12));
    assertThat(entries().toString()).doesNotContain("王小明").doesNotContain("139123");
    assertThat(entries())
        .extracting(JournalEntry::event)
        .contains(new CatalogueChanged("responders", 1));
  }
}
