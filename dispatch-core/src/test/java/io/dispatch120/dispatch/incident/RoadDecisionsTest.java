package io.dispatch120.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command about roads in every state of the roads. */
class RoadDecisionsTest {
  private static final Instant NOW = DispatchScenario.NOON;
  private static final Actor LI = new Actor("dispatcher", "li");

  private static Line road(int points) {
    return new Line(Collections.nCopies(points, BridgeRoads.BRIDGE));
  }

  private static Command.CloseRoad close(@Nullable Instant until, List<Line> roads) {
    return new Command.CloseRoad(BridgeRoads.CLOSES_IT, ClosureCause.FLOODED, "积水", until, roads);
  }

  private static Command.CloseRoad close() {
    return close(null, List.of(road(2)));
  }

  private static Decision decide(ClosedRoads roads, Command command) {
    Scene scene =
        new Scene(Optional.empty(), Optional.empty(), Optional.empty(), Surroundings.NONE, roads);
    Moment moment =
        new Moment(
            UUID.nameUUIDFromBytes(new byte[] {1}),
            new CenterId("c"),
            LI,
            null,
            NOW,
            DispatchScenario.POLICY,
            Shifts.NONE);
    return Decisions.decide(scene, command, moment);
  }

  /** {@code count} closures k0, k1 … of as many points each. */
  private static ClosedRoads closed(int count, int points) {
    ClosedRoads roads = ClosedRoads.NONE;
    for (int i = 0; i < count; i++) {
      roads =
          roads.with(
              new RoadEvent.RoadClosed(
                  new ClosureId("k" + i),
                  BridgeRoads.CLOSES_IT.form(),
                  BridgeRoads.CLOSES_IT.points(),
                  ClosureCause.CLOSED,
                  "-",
                  i % 2 == 0 ? null : NOW.plusSeconds(i),
                  List.of(road(points))),
              new Stamp(i + 1, NOW, NOW, LI));
    }
    return roads;
  }

  @ParameterizedTest(name = "{0} with {1} closed: {2}")
  @CsvSource({
    "close, 0, yes",
    "close, 199, yes",
    "close, 200, too_many_closures",
    "close_full, 24, too_many_closures",
    "close_nothing, 0, no_road_here",
    "close_nothing, 200, no_road_here",
    "close_until_now, 0, invalid_value",
    "close_until_later, 0, yes",
    "close_a_town, 0, invalid_value",
    "open, 0, not_found",
    "open, 1, yes",
    "open_unknown, 5, not_found"
  })
  void answersByTheTable(String command, int closed, String expected) {
    Command given =
        switch (command) {
          case "close" -> close();
          case "close_full" -> close(null, List.of(road(9_999)));
          case "close_nothing" -> close(null, List.of());
          case "close_until_now" -> close(NOW, List.of(road(2)));
          case "close_until_later" -> close(NOW.plusNanos(1_000), List.of(road(2)));
          case "close_a_town" -> close(null, Collections.nCopies(5_001, road(2)));
          case "open" -> new Command.OpenRoad(new ClosureId("k0"));
          default -> new Command.OpenRoad(new ClosureId("k99"));
        };
    int points = command.equals("close_full") ? 2_000 : 2;

    Decision decision = decide(closed(closed, points), given);

    String outcome =
        decision instanceof Decision.Refused refused
            ? refused.refusal().code().name().toLowerCase(Locale.ROOT)
            : "yes";
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void theClosureIsWhatWasSaidWithAnIdentityOfTheCommand() {
    Instant until = NOW.plusSeconds(60);
    Decision decision = decide(ClosedRoads.NONE, close(until, List.of(road(2))));

    Decision.Draft draft = ((Decision.Accepted) decision).drafts().get(0);
    ClosedRoads after =
        ClosedRoads.NONE.with((RoadEvent) draft.event(), new Stamp(7, NOW, NOW, LI));

    assertThat(draft.incidentId()).isNull();
    assertThat(after.revision()).isEqualTo(7);
    assertThat(after.all())
        .singleElement()
        .satisfies(
            closed -> {
              assertThat(closed.id().value())
                  .isEqualTo(Moment.newId(UUID.nameUUIDFromBytes(new byte[] {1}), "closure"));
              assertThat(closed.shape()).isEqualTo(BridgeRoads.CLOSES_IT);
              assertThat(closed.closedBy()).isEqualTo("li");
              assertThat(closed.closedAt()).isEqualTo(NOW);
              assertThat(closed.until()).isEqualTo(until);
            });
    assertThat(after.listDue(until.minusNanos(1))).isEmpty();
    assertThat(after.listDue(until)).hasSize(1);
  }

  @Test
  void openingTakesOneAwayAndLeavesTheOthersInTheirOrder() {
    ClosedRoads roads = closed(3, 2);

    ClosedRoads after =
        roads.with(new RoadEvent.RoadOpened(new ClosureId("k1")), new Stamp(9, NOW, NOW, LI));

    assertThat(after.all()).extracting(closed -> closed.id().value()).containsExactly("k0", "k2");
    assertThat(after.revision()).isEqualTo(9);
    assertThat(after.find(new ClosureId("k1"))).isEmpty();
    assertThat(after.shapes()).hasSize(2);
    assertThat(new Line(List.of(new LngLat(1.23456789, 2.00000049))).points())
        .as("six decimals")
        .containsExactly(new LngLat(1.234568, 2));
  }
}
