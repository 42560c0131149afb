package io.dispatch120.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Dispatchers at work: each takes a call, sends a free unit, records its milestones and closes, one
 * after the other, and repeats whatever had no clear answer. Everything acknowledged goes to the
 * {@link Recorder}.
 */
public final class Traffic implements AutoCloseable {
  private static final List<String> STEPS =
      List.of(
          "acknowledged",
          "en_route",
          "on_scene",
          "patient_contact",
          "transporting",
          "at_hospital",
          "handed_over");

  /** In Xiangjiang New Area, about 4 km around. */
  private static final double LNG = 112.8893;

  private static final double LAT = 28.2156;
  private static final double SPREAD = 0.04;

  private static final AtomicLong NEXT_PHONE = new AtomicLong(13_900_000_001L);

  private final DispatcherClient session;
  private final Recorder recorder;
  private final BlockingQueue<String> freeUnits;
  private final Duration pace;
  private final long seed;
  private final List<Thread> workers = new ArrayList<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;

  /**
   * @param session whose session the workers use
   * @param units that nobody else assigns meanwhile
   * @param pace pause of a worker after each call
   */
  public Traffic(
      DispatcherClient session, Recorder recorder, List<String> units, Duration pace, long seed) {
    this.session = session;
    this.recorder = recorder;
    this.freeUnits = new ArrayBlockingQueue<>(units.size(), false, units);
    this.pace = pace;
    this.seed = seed;
  }

  /** The demo's units {@code A<from> … A<to>}. */
  public static List<String> units(int from, int to) {
    List<String> units = new ArrayList<>();
    for (int n = from; n <= to; n++) {
      units.add("A%02d".formatted(n));
    }
    return units;
  }

  /** A phone number that no other call of this process has. */
  public static String newPhone() {
    return Long.toString(NEXT_PHONE.getAndIncrement());
  }

  /**
   * Adds workers that prefer the first of {@code ports} and go to the others when it fails.
   *
   * @return this
   */
  public Traffic start(int count, List<Integer> ports) {
    for (int n = 0; n < count; n++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000 + workers.size());
      DispatcherClient client = session.on(ports);
      Thread worker = new Thread(() -> work(client, random), "traffic-" + workers.size());
      workers.add(worker);
      worker.start();
    }
    return this;
  }

  private void work(DispatcherClient client, SplittableRandom random) {
    try {
      while (!stopping) {
        handleCall(client, random);
        Waiting.pause(pace);
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  private void handleCall(DispatcherClient client, SplittableRandom random) {
    String phone = newPhone();
    long sent = System.nanoTime();
    Answer call =
        client.receiveCall(
            phone,
            LNG + SPREAD * (random.nextDouble() - 0.5),
            LAT + SPREAD * (random.nextDouble() - 0.5));
    recorder.call(phone, call, new Recorder.Accepted(client.port(), sent, System.nanoTime()));
    if (call.status() != 201) {
      return;
    }
    String incident = call.text("/incident/id");
    String unit = freeUnits.poll();
    String outcome = "advice_only";
    if (unit != null) {
      outcome = runAssignment(client, incident, unit, random) ? "transported" : "cancelled";
    }
    recorder.closed(incident, client.close(incident, outcome));
  }

  /** Gives whether the patient was carried; the unit is free again after it. */
  private boolean runAssignment(
      DispatcherClient client, String incident, String unit, SplittableRandom random) {
    Answer assigned = client.assign(incident, unit);
    recorder.assignment(assigned);
    if (assigned.status() != 201) {
      return false;
    }
    String assignment = assigned.text("/id");
    boolean cancelled = random.nextInt(8) == 0;
    int steps = cancelled ? random.nextInt(3) : STEPS.size();
    for (String step : STEPS.subList(0, steps)) {
      if (random.nextInt(3) > 0) {
        recorder.milestone(assignment, step, client.milestone(assignment, step));
      }
    }
    Answer end = cancelled ? client.cancel(assignment) : client.milestone(assignment, "cleared");
    if (cancelled) {
      recorder.cancelled(assignment, end);
    } else {
      recorder.milestone(assignment, "cleared", end);
    }
    if (end.accepted()) {
      freeUnits.add(unit);
    }
    return !cancelled;
  }

  /**
   * Lets every worker finish what it began.
   *
   * @throws IllegalStateException when one could not work
   */
  public void stop() {
    stopping = true;
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    @Nullable Throwable failure = failures.peek();
    if (failure != null) {
      throw new IllegalStateException("a worker gave up", failure);
    }
  }

  /** Stops it when a test failed before it did. */
  @Override
  public void close() {
    stopping = true;
    workers.forEach(Thread::interrupt);
  }
}
