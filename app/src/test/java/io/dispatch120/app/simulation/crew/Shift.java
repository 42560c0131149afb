package io.dispatch120.app.simulation.crew;

import io.dispatch120.app.simulation.crew.CrewDeed.Reach;
import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.app.simulation.road.Whereabouts;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A crew at work, second by second, with a dispatch centre that hears everything at once. */
final class Shift {
  private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");
  private static final String ASSIGNMENT = "assignment-1";
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Crew crew;
  private final List<Whereabouts> reports = new ArrayList<>();
  private final Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
  private final Map<Milestone, LngLat> places = new EnumMap<>(Milestone.class);
  private @Nullable Task shown;
  private LngLat position;
  private Instant now = START;

  Shift(Atlas atlas, LngLat station, LngLat found, int seed) {
    crew = new Crew(station, found, atlas, new Chance(new SplittableRandom(seed)));
    position = found;
  }

  void assign(LngLat scene) {
    find(Milestone.ASSIGNED, scene, null);
  }

  /** The device shows this. */
  void find(Milestone reached, @Nullable LngLat scene, @Nullable String hospital) {
    Task task = new Task(ASSIGNMENT, reached, scene, hospital);
    shown = task;
    times.put(reached, now);
    places.put(reached, position);
    crew.told(Optional.of(task), now);
  }

  void end() {
    shown = null;
    crew.told(Optional.empty(), now);
  }

  void unheard(CrewDeed deed) {
    crew.unheard(deed, now);
  }

  Reach reach(Milestone milestone) {
    return new Reach(ASSIGNMENT, milestone);
  }

  /** One second; what the crew told in it. */
  private Optional<CrewDeed> second() {
    now = now.plusSeconds(1);
    crew.report(now)
        .ifPresent(
            report -> {
              reports.add(report);
              position = report.position();
            });
    return crew.advance(now);
  }

  List<CrewDeed> run(Duration time) {
    List<CrewDeed> told = new ArrayList<>();
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      second().ifPresent(told::add);
    }
    return told;
  }

  CrewDeed untilDeed(Duration limit) {
    for (Instant end = now.plus(limit); now.isBefore(end); ) {
      Optional<CrewDeed> told = second();
      if (told.isPresent()) {
        return told.get();
      }
    }
    throw new AssertionError("nothing was told in " + limit);
  }

  /** Until the assignment has ended; the milestones told, none when it was declined. */
  List<Milestone> untilEnded() {
    List<Milestone> told = new ArrayList<>();
    while (shown != null) {
      if (untilDeed(LONGEST) instanceof Reach reach && reach.milestone() != Milestone.CLEARED) {
        told.add(reach.milestone());
        find(reach.milestone(), shown.scene(), shown.hospitalId());
      } else {
        if (!told.isEmpty()) {
          told.add(Milestone.CLEARED);
        }
        end();
      }
    }
    return told;
  }

  LngLat positionAt(Milestone milestone) {
    return Objects.requireNonNull(places.get(milestone));
  }

  long secondsBetween(Milestone from, Milestone to) {
    return Duration.between(times.get(from), times.get(to)).toSeconds();
  }

  LngLat position() {
    return position;
  }

  List<Whereabouts> reports() {
    return reports;
  }

  Duration elapsed() {
    return Duration.between(START, now);
  }
}
