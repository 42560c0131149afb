package io.dispatch120.dispatch.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveBoardTest {
  private static final CenterId CENTER = new CenterId("board");
  private static final IncidentId INCIDENT = new IncidentId("i");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final InMemoryStorage storage = new InMemoryStorage(new VirtualTime());
  private final LiveBoard.CatalogueInUse inUse =
      new LiveBoard.CatalogueInUse(
          Scenario.catalogue(CENTER, 2),
          new IndexedAedFinder(
              List.of(),
              ZONE,
              new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS)));
  private final LiveBoard board =
      new LiveBoard(CENTER, CenterPolicy.defaults(ZONE, "XJ"), inUse, 10);

  private Picture picture() {
    return storage.boards().load(CENTER).result();
  }

  private List<JournalEntry> entries() {
    return storage.journal().read(CENTER, 0, 100).result();
  }

  @Test
  void takesTheNextEntryOnly() {
    storage.catalogues().seed(Scenario.catalogue(CENTER, 2));
    board.restore(picture());
    storage.journal().append(CENTER, List.of(Scenario.receiveCall(CENTER, INCIDENT)));

    assertThatThrownBy(() -> board.apply(entries().get(2)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(board.seq()).isEqualTo(1);
    assertThat(board.openIncidents()).isEmpty();
  }

  @Test
  void takesANewUnitOnlyAsItReallyIs() {
    storage.catalogues().seed(Scenario.catalogue(CENTER, 2));
    Picture before = picture();
    List<Unit> known = before.units().subList(0, 1);
    board.restore(new Picture(before.seq(), before.at(), List.of(), known));
    storage
        .journal()
        .append(
            CENTER,
            List.of(
                Scenario.receiveCall(CENTER, INCIDENT),
                Scenario.assignBlindly(INCIDENT, Scenario.unit(2))));
    entries().stream().skip(1).forEach(board::apply);

    assertThat(board.use(inUse, before)).as("an older picture is not enough").isFalse();
    assertThat(board.findUnit(Scenario.unit(2))).isEmpty();

    assertThat(board.use(inUse, picture())).isTrue();
    assertThat(board.units()).containsExactlyInAnyOrderElementsOf(picture().units());
  }

  @Test
  void keepsAUnitThatLeftTheCatalogueWhileItIsOnTheRoad() {
    storage.catalogues().seed(Scenario.catalogue(CENTER, 2));
    storage
        .journal()
        .append(
            CENTER,
            List.of(
                Scenario.receiveCall(CENTER, INCIDENT),
                Scenario.assignBlindly(INCIDENT, Scenario.unit(2))));
    Picture now = picture();
    board.restore(now);

    board.use(inUse, new Picture(now.seq(), now.at(), List.of(), List.of()));

    assertThat(board.units()).extracting(Unit::id).containsExactly(Scenario.unit(2));
  }
}
