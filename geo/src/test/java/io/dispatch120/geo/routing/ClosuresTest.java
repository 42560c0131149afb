package io.dispatch120.geo.routing;

import static io.dispatch120.geo.routing.Streets.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.RoadClosure.Form;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosuresTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 23, 12, 0);

  /**
   * A ladder: two roads east, 1,000 m apart, joined at 0, 1,000 and 2,000 m. The southern one has a
   * corner that is no junction at 500 m, and all goes on beyond.
   */
  static Streets ladder() {
    Streets streets = new Streets();
    int a = streets.junction(0, 0);
    int bend = streets.junction(500, 0);
    int b = streets.junction(1000, 0);
    int c = streets.junction(2000, 0);
    int d = streets.junction(0, 1000);
    int e = streets.junction(1000, 1000);
    int f = streets.junction(2000, 1000);
    streets.street(a, bend);
    streets.street(bend, b);
    streets.street(b, c);
    streets.street(d, e);
    streets.street(e, f);
    streets.street(a, d);
    streets.street(b, e);
    streets.street(c, f);
    streets.street(a, streets.junction(-300, 0));
    streets.street(c, streets.junction(2300, 0));
    streets.street(f, streets.junction(2300, 1000));
    return streets;
  }

  private static double seconds(Roads roads, LngLat from, LngLat to) {
    return roads.toDestination(List.of(from), to, TravelProfile.AMBULANCE).get(0).seconds();
  }

  private static void close(Roads roads, RoadClosure... closures) {
    roads.use(new RoadConditions(NOON, List.of(closures)));
  }

  @Test
  void aPointClosesTheRoadBetweenItsJunctions() {
    Roads roads = ladder().roads();
    RoadClosure closure = new RoadClosure(Form.POINT, List.of(at(700, 20)));
    assertThat(roads.closedBy(closure)).hasSize(2);
    close(roads, closure);
    assertThat(seconds(roads, at(0, 0), at(1000, 0))).isCloseTo(300, within(0.1));
    close(roads);
    assertThat(seconds(roads, at(0, 0), at(1000, 0))).isCloseTo(100, within(0.1));
  }

  @Test
  void aPointFarFromRoadsClosesNothing() {
    Roads roads = ladder().roads();
    RoadClosure closure = new RoadClosure(Form.POINT, List.of(at(500, 500)));
    assertThat(roads.closedBy(closure)).isEmpty();
  }

  @Test
  void aLineClosesWhatItCrosses() {
    Roads roads = ladder().roads();
    RoadClosure closure = new RoadClosure(Form.LINE, List.of(at(1500, -100), at(1500, 1100)));
    assertThat(roads.closedBy(closure)).hasSize(2);
    close(roads, closure);
    Travel cutOff =
        roads.toDestination(List.of(at(0, 0)), at(2000, 500), TravelProfile.AMBULANCE).get(0);
    assertThat(cutOff.method()).isEqualTo(TravelMethod.STRAIGHT_LINE);
  }

  @Test
  void anAreaClosesWhatLiesInItOrLeadsThrough() {
    Roads roads = ladder().roads();
    List<LngLat> square = List.of(at(-50, 400), at(50, 400), at(50, 600), at(-50, 600));
    assertThat(roads.closedBy(new RoadClosure(Form.AREA, square))).hasSize(1);
    List<LngLat> all = List.of(at(-9, -9), at(2009, -9), at(2009, 1009), at(-9, 1009));
    assertThat(roads.closedBy(new RoadClosure(Form.AREA, all))).hasSize(11);
    List<LngLat> meadow = List.of(at(100, 100), at(900, 100), at(500, 900));
    assertThat(roads.closedBy(new RoadClosure(Form.AREA, meadow))).isEmpty();
  }

  @Test
  void nobodyIsStrandedOnAClosedRoad() {
    Roads roads = ladder().roads();
    close(roads, new RoadClosure(Form.POINT, List.of(at(1500, 0))));
    assertThat(seconds(roads, at(1600, 0), at(2000, 500))).isCloseTo(90, within(0.1));
    assertThat(seconds(roads, at(2000, 500), at(1600, 0))).isCloseTo(90, within(0.1));
    assertThat(seconds(roads, at(1200, 0), at(1700, 0))).isCloseTo(50, within(0.1));
    assertThat(seconds(roads, at(1000, 0), at(2000, 0))).isCloseTo(300, within(0.1));
  }

  @Test
  void pedestriansGetThrough() {
    Roads roads = ladder().roads();
    close(roads, new RoadClosure(Form.POINT, List.of(at(1500, 0))));
    Travel walk =
        roads.toDestination(List.of(at(1000, 0)), at(2000, 0), TravelProfile.WALKING).get(0);
    assertThat(walk.seconds()).isCloseTo(1000 / 1.4, within(0.1));
  }

  @Test
  void oneCenterDoesNotCloseRoadsForAnother() {
    RoadMap map = ladder().map();
    Roads closing = map.newRoads(Streets.PLAIN);
    Roads other = map.newRoads(Streets.PLAIN);
    close(closing, new RoadClosure(Form.POINT, List.of(at(1500, 0))));
    close(other);
    assertThat(seconds(other, at(1000, 0), at(2000, 0))).isCloseTo(100, within(0.1));
  }

  @Test
  void everyAnswerBelongsToOneStateWhileStatesChange() throws Exception {
    Roads roads = ladder().roads();
    RoadClosure closure = new RoadClosure(Form.POINT, List.of(at(1500, 0)));
    List<LngLat> origins = List.of(at(1000, 0), at(1000, 0), at(1000, 1000), at(0, 0));
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    Thread[] askers = new Thread[4];
    for (int i = 0; i < askers.length; i++) {
      askers[i] =
          new Thread(
              () -> {
                while (asked.incrementAndGet() < 20_000) {
                  List<Travel> ways =
                      roads.toDestination(origins, at(2000, 0), TravelProfile.AMBULANCE);
                  boolean open = isAbout(ways, 100, 100, 200, 200);
                  boolean closed = isAbout(ways, 300, 300, 200, 400);
                  wrong.addAndGet(open || closed ? 0 : 1);
                }
              });
      askers[i].start();
    }
    while (asked.get() < 20_000) {
      close(roads, closure);
      close(roads);
    }
    for (Thread asker : askers) {
      asker.join();
    }
    assertThat(wrong).hasValue(0);
  }

  private static boolean isAbout(List<Travel> ways, double... seconds) {
    boolean about = true;
    for (int i = 0; i < seconds.length; i++) {
      about &= Math.abs(ways.get(i).seconds() - seconds[i]) < 0.1;
    }
    return about;
  }
}
