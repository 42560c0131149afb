package io.dispatch120.dispatch.query;

import static io.dispatch120.dispatch.view.IncidentStory.CENTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BoardQueriesTest {
  /** 11:00 in the centre. */
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  /** 22:00 in the centre. */
  private static final Instant EVENING = Instant.parse("2026-11-22T14:00:00Z");

  private final TestCenter center = new TestCenter();
  private final StoredIncidents stored = new StoredIncidents();
  private final Queries queries =
      new BoardQueries(new OneCenter(center), stored, stored, stored, InstantSource.fixed(NOW));

  private record OneCenter(TestCenter only) implements LiveCenters {
    @Override
    public Board getBoard(CenterId center) {
      return only;
    }

    @Override
    public LiveFleet getFleet(CenterId center) {
      return only;
    }

    @Override
    public DestinationAdvisor getAdvisor(CenterId center) {
      return new DestinationAdvisor(only, new StraightLineTravelTimes(Assumptions.DEFAULTS));
    }

    @Override
    public LiveRoads getRoads(CenterId center) {
      return new StillRoads(new StraightLineTravelTimes(Assumptions.DEFAULTS));
    }

    @Override
    public Future<Picture> takePicture(CenterId center) {
      return Future.succeededFuture(
          new Picture(
              only.seq(), NOW, List.copyOf(only.openIncidents()), List.copyOf(only.units())));
    }
  }

  /** Roads that no command changes. */
  private record StillRoads(Roads roads) implements LiveRoads {
    @Override
    public Future<Void> inUse() {
      return Future.succeededFuture();
    }

    @Override
    public <T> Future<T> ask(Supplier<T> question) {
      return Future.succeededFuture(question.get());
    }
  }

  private static <T> T answer(Future<T> future) {
    assertThat(future.succeeded()).as("%s", future.cause()).isTrue();
    return future.result();
  }

  private static IncidentStory incident(String id, long seq) {
    return IncidentStory.opened(id, NOW.minusSeconds(100 - seq), seq);
  }

  @Test
  void findsAnIncidentOnTheBoardAndAnOlderOneInTheStore() {
    IncidentStory closed = incident("old", 1).assigned("A01").reached("A01", Milestone.CLEARED);
    closed.closed(Outcome.TRANSPORTED);
    stored.with(closed);
    center.with(incident("new", 9).incident());

    assertThat(answer(queries.findIncident(CENTER, new IncidentId("new")))).isPresent();
    assertThat(answer(queries.findIncident(CENTER, new IncidentId("old")))).isPresent();
    assertThat(answer(queries.findIncident(CENTER, new IncidentId("none")))).isEmpty();
    assertThat(answer(queries.findAssignment(CENTER, closed.assignmentOf("A01"))))
        .hasValueSatisfying(found -> assertThat(found.endedAt()).isNotNull());
    assertThat(answer(queries.findAssignment(CENTER, closed.assignmentOf("A02")))).isEmpty();
  }

  @Test
  void pagesIncidentsNewestFirstWithoutMissingOrRepeatingOne() {
    for (int i = 1; i <= 7; i++) {
      stored.with(incident("i" + i, i * 10L));
    }
    IncidentStore.Query three =
        new IncidentStore.Query(null, Priority.P1, null, null, null, null, null, 3);

    List<List<String>> pages = new ArrayList<>();
    String cursor = null;
    do {
      Page<IncidentView> page = answer(queries.listIncidents(CENTER, three, cursor));
      pages.add(page.items().stream().map(incident -> incident.id().value()).toList());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(pages)
        .containsExactly(List.of("i7", "i6", "i5"), List.of("i4", "i3", "i2"), List.of("i1"));
    assertThat(stored.asked())
        .allSatisfy(query -> assertThat(query.priority()).isEqualTo(Priority.P1));
  }

  @Test
  void givesNoCursorWhenTheLastPageIsExactlyFull() {
    stored.with(incident("i1", 1)).with(incident("i2", 11));
    IncidentStore.Query two = new IncidentStore.Query(null, null, null, null, null, null, null, 2);

    assertThat(answer(queries.listIncidents(CENTER, two, null)).nextCursor()).isNull();
  }

  @Test
  void refusesACursorThatIsNotItsOwn() {
    IncidentStore.Query any = new IncidentStore.Query(null, null, null, null, null, null, null, 2);

    for (String bad : List.of("", "x", "-1", "1;drop", "99999999999999999999")) {
      assertThat(queries.listIncidents(CENTER, any, bad).cause())
          .as(bad)
          .isInstanceOf(InvalidCursor.class);
    }
  }

  @Test
  void tellsTheTimelineOfAnIncidentAndNothingOfAnUnknownOne() {
    stored.with(incident("i1", 1).called("13812341234").located(place(0), FixSource.LINK));
    stored.with(incident("i2", 20));

    assertThat(answer(queries.findTimeline(CENTER, new IncidentId("i1"))))
        .hasValueSatisfying(
            timeline ->
                assertThat(timeline)
                    .extracting(event -> event.type())
                    .containsExactly("incident_opened", "call_received", "location_reported"));
    assertThat(answer(queries.findTimeline(CENTER, new IncidentId("none")))).isEmpty();
  }

  @Test
  void readsTheJournalInOrderFromAnywhere() {
    stored.with(incident("i1", 1).called("13812341234")).with(incident("i2", 3));

    assertThat(answer(queries.listEvents(CENTER, 1, 100)))
        .extracting(event -> event.seq())
        .containsExactly(2L, 3L);
    assertThat(answer(queries.listEvents(CENTER, 0, 1))).hasSize(1);
  }

  @Test
  void recommendsForAKnownIncidentAndRefusesAnUnknownOne() {
    center.with(TestCenter.unit("A01", place(900)));
    center.with(incident("i1", 1).located(place(0), FixSource.CONFIRMED).incident());

    assertThat(answer(queries.recommend(CENTER, new IncidentId("i1"))))
        .isInstanceOf(Reply.Ok.class);
    assertThat(answer(queries.recommend(CENTER, new IncidentId("none"))))
        .isInstanceOfSatisfying(
            Reply.No.class, no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  @Test
  void listsUnitsById() {
    center.with(TestCenter.unit("A02", place(0))).with(TestCenter.unit("A01", place(0)));

    assertThat(answer(queries.listUnits(CENTER)))
        .extracting(unit -> unit.id().value())
        .containsExactly("A01", "A02");
    assertThat(answer(queries.findUnit(CENTER, new UnitId("A02")))).isPresent();
    assertThat(answer(queries.findUnit(CENTER, new UnitId("A03")))).isEmpty();
  }

  @Test
  void listsAedsByIdInPagesWithTheStateOfEach() {
    center.withAeds(List.of(aed("C", 30, null), aed("A", 10, "24/7"), aed("B", 20, DAYTIME)));

    Page<AedView> first = answer(queries.listAeds(CENTER, null, null, 2, null));
    Page<AedView> second = answer(queries.listAeds(CENTER, null, null, 2, first.nextCursor()));

    assertThat(first.items()).extracting(AedView::id).containsExactly("A", "B");
    assertThat(first.items()).extracting(AedView::openNow).containsExactly(true, true);
    assertThat(first.items()).extracting(AedView::distanceMeters).containsOnlyNulls();
    assertThat(second.items()).extracting(AedView::id).containsExactly("C");
    assertThat(second.items().get(0).openNow()).isNull();
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void findsAedsNearestFirstAndLeavesOutTheClosedOnesWhenATimeIsGiven() {
    center.withAeds(List.of(aed("C", 30, null), aed("A", 10, DAYTIME), aed("B", 20, "24/7")));

    assertThat(answer(queries.listAeds(CENTER, place(0), null, 10, null)).items())
        .extracting(AedView::id)
        .containsExactly("A", "B", "C");
    assertThat(answer(queries.listAeds(CENTER, place(0), EVENING, 10, null)).items())
        .extracting(AedView::id)
        .containsExactly("B", "C");
    assertThat(answer(queries.listAeds(CENTER, null, EVENING, 10, null)).items())
        .extracting(AedView::id)
        .containsExactly("B", "C");
    assertThat(answer(queries.listAeds(CENTER, place(0), null, 1, null)).items().get(0))
        .satisfies(
            nearest -> {
              assertThat(nearest.walkSeconds()).isPositive();
              assertThat(nearest.custodianPhone()).isEqualTo("13800000000");
            });
  }

  @Test
  void findsAnAedById() {
    center.withAeds(List.of(aed("A", 10, DAYTIME), aed("B", 10, "24/7")));

    assertThat(answer(queries.findAed(CENTER, "B")))
        .hasValueSatisfying(aed -> assertThat(aed.openNow()).isTrue());
    assertThat(answer(queries.findAed(CENTER, "C"))).isEmpty();
  }

  @Test
  void showsTheBoardNowAndInThePast() {
    center.with(incident("now", 50).incident()).with(TestCenter.unit("A01", place(0)));
    stored.with(incident("then", 1));

    assertThat(answer(queries.board(CENTER)).incidents())
        .extracting(i -> i.id().value())
        .containsExactly("now");
    assertThat(answer(queries.board(CENTER)).seq()).isEqualTo(50);
    assertThat(answer(queries.boardAt(CENTER, NOW.minusSeconds(60))))
        .satisfies(
            past -> {
              assertThat(past.at()).isEqualTo(NOW.minusSeconds(60));
              assertThat(past.incidents()).extracting(i -> i.id().value()).containsExactly("then");
            });
  }

  private static final String DAYTIME = "Mo-Su 08:00-18:00";

  private static LngLat place(double metersNorth) {
    LngLat origin = TestCenter.WANGCHENGPO;
    return new LngLat(
        origin.lng(), origin.lat() + Math.toDegrees(metersNorth / LngLat.EARTH_RADIUS_METERS));
  }

  private static AedInfo aed(String id, double metersNorth, String hours) {
    AedSite site =
        new AedSite(
            id,
            id,
            place(metersNorth),
            null,
            null,
            null,
            hours,
            hours,
            AedAccess.PUBLIC,
            AedReadiness.OK,
            null);
    return new AedInfo(site, "站长", "13800000000", "demo");
  }
}
