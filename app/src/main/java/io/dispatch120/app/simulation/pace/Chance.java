package io.dispatch120.app.simulation.pace;

import io.dispatch120.app.simulation.road.Ground;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** What people and traffic leave to chance. As thread-safe as its generator. */
public final class Chance {
  private final RandomGenerator random;

  public Chance(RandomGenerator random) {
    this.random = random;
  }

  public RandomGenerator random() {
    return random;
  }

  /** Evenly distributed. */
  public Duration seconds(double least, double most) {
    return Duration.ofMillis(Math.round(1000 * random.nextDouble(least, most)));
  }

  public double number(double least, double most) {
    return random.nextDouble(least, most);
  }

  /** True with this probability. */
  public boolean of(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of {@code choices}, which is not empty, as often as its weight says. */
  public <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    double drawn = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
    for (T choice : choices) {
      drawn -= weight.applyAsDouble(choice);
      if (drawn < 0) {
        return choice;
      }
    }
    return choices.get(choices.size() - 1);
  }

  /** As a receiver would measure it: off by {@code sigmaMeters} in each direction. */
  public LngLat near(LngLat position, double sigmaMeters) {
    return Ground.moved(
        position, random.nextGaussian() * sigmaMeters, random.nextGaussian() * sigmaMeters);
  }
}
