package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Incidents, each with its units, and the answers of both sides compared. */
record RoadQuestions(List<Question> all) {
  /**
   * Both round the time of each piece of road in their own way, the product up to 0.1 ms, and place
   * a point on a road to a centimetre.
   */
  private static final double ROUNDING_SECONDS = 0.1;

  private static final double ROUNDING_SHARE = 0.0005;

  /** The ways from every unit to one incident. */
  record Question(List<LngLat> units, LngLat incident) {
    List<Travel> ask(Roads roads) {
      return roads.toDestination(units, incident, TravelProfile.AMBULANCE);
    }
  }

  static RoadQuestions of(GraphHopperRoads map, int count, int units, SplittableRandom random) {
    List<Question> questions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<LngLat> places = map.places(units + 1, random);
      questions.add(new Question(places.subList(0, units), places.get(units)));
    }
    return new RoadQuestions(questions);
  }

  /**
   * The greatest difference of times, in seconds.
   *
   * @throws IllegalStateException when one is more than rounding
   */
  double assertSameTimes(Roads roads, GraphHopperRoads reference) {
    double greatest = 0;
    for (Question question : all) {
      List<Travel> ours = question.ask(roads);
      double[] theirs = reference.route(question.units(), question.incident());
      double[] searched = reference.prepare(question.units(), question.incident()).search();
      for (int i = 0; i < theirs.length; i++) {
        double difference = Math.abs(ours.get(i).seconds() - theirs[i]);
        double allowed = ROUNDING_SECONDS + ROUNDING_SHARE * theirs[i];
        if (ours.get(i).method() != TravelMethod.ROAD
            || !(difference <= allowed)
            || !(Math.abs(searched[i] - theirs[i]) <= allowed)) {
          throw new IllegalStateException(
              "from %s to %s: %s, GraphHopper %.3f s, its search %.3f s"
                  .formatted(
                      question.units().get(i),
                      question.incident(),
                      ours.get(i),
                      theirs[i],
                      searched[i]));
        }
        greatest = Math.max(greatest, difference);
      }
    }
    return greatest;
  }
}
