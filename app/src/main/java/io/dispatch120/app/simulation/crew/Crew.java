package io.dispatch120.app.simulation.crew;

import io.dispatch120.app.simulation.crew.CrewDeed.Decline;
import io.dispatch120.app.simulation.crew.CrewDeed.Reach;
import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.app.simulation.road.Whereabouts;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ambulance and its crew. It is told what its device shows and asked, about once a second, what
 * it does. It knows nothing but what its device shows, so it goes on from any milestone it finds.
 * Figures are the usual ones of a Chinese city's crews, some shortened to keep a demo moving. Not
 * thread-safe.
 */
public final class Crew {
  private static final double DECLINED = 1 / 50.0;

  /** Crews that are slow enough to raise the first alarm, which is due after 30 s. */
  private static final double SLOW = 1 / 25.0;

  private static final double TRANSPORTED = 0.75;
  private static final Duration REPEAT = Duration.ofSeconds(5);

  private static final List<String> REASONS =
      List.of("车辆故障，无法启动", "正在洗消，车厢还不能用", "除颤仪自检不通过，正在更换", "前方封路，无法驶出");

  /**
   * What the crew does next.
   *
   * @param due from when on; it waits for the vehicle to stand in any case
   */
  private record Step(CrewDeed deed, Instant due) {}

  private final Vehicle vehicle;
  private final LngLat station;
  private final Atlas atlas;
  private final Chance chance;
  private @Nullable Task task;
  private @Nullable Step next;

  /**
   * @param position where the vehicle is found
   */
  public Crew(LngLat station, LngLat position, Atlas atlas, Chance chance) {
    this.station = station;
    this.atlas = atlas;
    this.chance = chance;
    this.vehicle = new Vehicle(atlas, position, chance);
  }

  /** What the device shows now; empty while the unit has no assignment. */
  public void told(Optional<Task> shown, Instant now) {
    Task before = task;
    Task after = shown.orElse(null);
    task = after;
    if (after == null) {
      next = null;
      vehicle.driveTo(station, chance.number(0.75, 0.95), now);
    } else if (before == null
        || !before.assignmentId().equals(after.assignmentId())
        || before.reached() != after.reached()) {
      next = plan(after, now).orElse(null);
    } else if (!before.equals(after)) {
      redirect(after, now);
    }
  }

  private Optional<Step> plan(Task task, Instant now) {
    return switch (task.reached()) {
      case ASSIGNED -> {
        vehicle.halt(now);
        yield Optional.of(answer(task, now));
      }
      case ACKNOWLEDGED -> step(task, Milestone.EN_ROUTE, now, chance.seconds(15, 50));
      case EN_ROUTE -> {
        redirect(task, now);
        yield step(task, Milestone.ON_SCENE, now, chance.seconds(2, 6));
      }
      case ON_SCENE -> {
        vehicle.halt(now);
        yield step(task, Milestone.PATIENT_CONTACT, now, chance.seconds(20, 60));
      }
      case PATIENT_CONTACT ->
          chance.of(TRANSPORTED)
              ? step(task, Milestone.TRANSPORTING, now, chance.seconds(40, 90))
              : step(task, Milestone.CLEARED, now, chance.seconds(50, 90));
      case TRANSPORTING -> {
        redirect(task, now);
        yield step(task, Milestone.AT_HOSPITAL, now, chance.seconds(2, 6));
      }
      case AT_HOSPITAL -> {
        vehicle.halt(now);
        yield step(task, Milestone.HANDED_OVER, now, chance.seconds(60, 150));
      }
      case HANDED_OVER -> step(task, Milestone.CLEARED, now, chance.seconds(5, 20));
      case CLEARED -> Optional.empty();
    };
  }

  private Step answer(Task task, Instant now) {
    if (chance.of(DECLINED)) {
      return new Step(
          new Decline(task.assignmentId(), chance.oneOf(REASONS)), now.plus(chance.seconds(8, 20)));
    }
    Duration reaction = chance.of(SLOW) ? chance.seconds(35, 50) : chance.seconds(3, 9);
    return new Step(new Reach(task.assignmentId(), Milestone.ACKNOWLEDGED), now.plus(reaction));
  }

  private static Optional<Step> step(Task task, Milestone to, Instant now, Duration after) {
    return Optional.of(new Step(new Reach(task.assignmentId(), to), now.plus(after)));
  }

  /** Drives where the assignment says now, if it is one of the two steps that are driven. */
  private void redirect(Task task, Instant now) {
    if (task.reached() == Milestone.EN_ROUTE && task.scene() != null) {
      vehicle.driveTo(task.scene(), chance.number(0.9, 1.1), now);
    }
    if (task.reached() == Milestone.TRANSPORTING) {
      LngLat from = task.scene() == null ? vehicle.whereabouts(now).position() : task.scene();
      atlas
          .findHospital(task.hospitalId(), from)
          .ifPresent(hospital -> vehicle.driveTo(hospital, chance.number(0.8, 1.05), now));
    }
  }

  /**
   * What the crew tells now, once. Whether it was heard shows on the device, or see {@link
   * #unheard}.
   */
  public Optional<CrewDeed> advance(Instant now) {
    vehicle.advance(now);
    Step step = next;
    if (step == null || now.isBefore(step.due()) || onTheRoad(step)) {
      return Optional.empty();
    }
    next = null;
    return Optional.of(step.deed());
  }

  /** Somebody on the way to a place tells that it is there only when it is, wherever that is. */
  private boolean onTheRoad(Step step) {
    if (!(step.deed() instanceof Reach reach)) {
      return false;
    }
    return switch (reach.milestone()) {
      case ON_SCENE -> vehicle.driving() || task == null || task.scene() == null;
      case AT_HOSPITAL -> vehicle.driving();
      default -> false;
    };
  }

  /**
   * What was told did not arrive, or was refused: it is told again if it is still what comes next.
   */
  public void unheard(CrewDeed deed, Instant now) {
    Task shown = task;
    if (next == null && shown != null && shown.assignmentId().equals(deed.assignmentId())) {
      next = new Step(deed, now.plus(REPEAT));
    }
  }

  /** Where the vehicle's receiver says it is, when it is time to tell. */
  public Optional<Whereabouts> report(Instant now) {
    return vehicle.report(now);
  }
}
