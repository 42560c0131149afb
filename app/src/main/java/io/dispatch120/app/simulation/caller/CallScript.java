package io.dispatch120.app.simulation.caller;

import io.dispatch120.app.simulation.caller.CallStep.Complete;
import io.dispatch120.app.simulation.caller.CallStep.Locate;
import io.dispatch120.app.simulation.caller.CallStep.Open;
import io.dispatch120.app.simulation.caller.CallStep.Pin;
import io.dispatch120.app.simulation.caller.CallStep.Presence;
import io.dispatch120.app.simulation.caller.CallStep.Write;
import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.app.simulation.road.Ground;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one call goes: what is known when the phone rings, and what becomes known after it.
 *
 * @param carrierFix where the network thinks the phone is; the phone is within the radius
 * @param steps by time
 */
public record CallScript(
    CallerSeed seed,
    LngLat carrierFix,
    double carrierRadiusMeters,
    boolean sendLink,
    List<CallStep> steps) {
  private static final double LINKS = 0.8;
  private static final double MESSAGES = 0.4;

  /** Radii of a phone that has just begun to listen to satellites; the last one is drawn. */
  private static final double[] RADII_METERS = {60, 35, 20};

  public CallScript {
    steps = steps.stream().sorted(Comparator.comparing(CallStep::after)).toList();
  }

  public static CallScript of(CallerSeed seed, Chance chance) {
    boolean elsewhere = seed.callerWithPatient().equals("no");
    LngLat phone =
        elsewhere ? somewhere(seed.position(), chance.number(300, 900), chance) : seed.position();
    double radiusMeters = chance.number(80, 250);
    LngLat carrierFix = somewhere(phone, radiusMeters * chance.number(0.2, 0.8), chance);
    boolean sendLink = chance.of(LINKS);
    List<CallStep> steps = new ArrayList<>();
    Duration heard = chance.seconds(5, 20);
    steps.add(new Complete(heard, seed.address(), seed.priority(), seed.callerWithPatient()));
    if (elsewhere) {
      steps.add(new Pin(heard.plus(chance.seconds(2, 4)), seed.position()));
    }
    if (sendLink) {
      addCaller(steps, seed, phone, chance);
    }
    return new CallScript(seed, carrierFix, radiusMeters, sendLink, steps);
  }

  private static void addCaller(
      List<CallStep> steps, CallerSeed seed, LngLat phone, Chance chance) {
    Duration opened = chance.seconds(8, 16);
    steps.add(new Open(opened));
    int first = chance.of(0.5) ? 0 : 1;
    Duration at = opened.plus(chance.seconds(2, 4));
    for (int i = first; i <= RADII_METERS.length; i++) {
      double radius = i < RADII_METERS.length ? RADII_METERS[i] : chance.number(8, 15);
      // A radius holds 95 of 100 fixes: 2.45 standard deviations in the plane.
      steps.add(new Locate(at, chance.near(phone, radius / 2.45), radius));
      at = at.plus(chance.seconds(6, 12));
    }
    if (!seed.callerWithPatient().equals("unknown")) {
      steps.add(
          new Presence(opened.plus(chance.seconds(5, 12)), seed.callerWithPatient().equals("yes")));
    }
    if (chance.of(MESSAGES) && !seed.messages().isEmpty()) {
      steps.add(new Write(opened.plus(chance.seconds(15, 60)), chance.oneOf(seed.messages())));
    }
  }

  private static LngLat somewhere(LngLat around, double meters, Chance chance) {
    double angle = chance.number(0, 2 * Math.PI);
    return Ground.moved(around, meters * Math.cos(angle), meters * Math.sin(angle));
  }
}
