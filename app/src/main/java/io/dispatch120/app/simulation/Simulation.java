package io.dispatch120.app.simulation;

import io.dispatch120.app.config.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the town lives on one node: on this one while it holds the lock. A verticle, so
 * that everything it began ends with it.
 */
public final class Simulation extends VerticleBase {
  private static final long RETRY_MILLIS = 5_000;
  private static final long STOP_MILLIS = 1_800;

  private final SimulationSettings settings;
  private final SimulationLock lock;
  private final Faults faults = new Faults();
  private @Nullable String town;
  private boolean busy;
  private boolean stopped;

  private Simulation(Vertx vertx, SimulationSettings settings) {
    this.settings = settings;
    this.lock = new SimulationLock(vertx, connectOptions(settings.database()));
  }

  /** A simulation that runs until it is stopped. */
  public static final class Running {
    private final Vertx vertx;
    private final String id;

    private Running(Vertx vertx, String id) {
      this.vertx = vertx;
      this.id = id;
    }

    /** Signs everybody out; takes less than 2 s whatever the ports answer. */
    public Future<Void> stop() {
      return vertx
          .undeploy(id)
          .timeout(STOP_MILLIS, TimeUnit.MILLISECONDS)
          .otherwise(leftToTheEndOfTheProcess -> null);
    }
  }

  /** Returns at once; the town comes to life when the lock is held. */
  public static Future<Running> start(Vertx vertx, SimulationSettings settings) {
    return vertx.deployVerticle(new Simulation(vertx, settings)).map(id -> new Running(vertx, id));
  }

  private static PgConnectOptions connectOptions(DatabaseUrl database) {
    return new PgConnectOptions()
        .setHost(database.host())
        .setPort(database.port())
        .setUser(database.user())
        .setPassword(database.password())
        .setDatabase(database.database())
        .addProperty("application_name", "dispatch120 simulation");
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(1, RETRY_MILLIS, timer -> check());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopped = true;
    lock.close();
    return Future.succeededFuture();
  }

  private void check() {
    if (!busy) {
      busy = true;
      lock.hold()
          .compose(this::follow)
          .onFailure(failure -> faults.note("starting or stopping", failure))
          .onComplete(done -> busy = false);
    }
  }

  private Future<?> follow(boolean held) {
    String running = town;
    if (held && running == null) {
      return vertx.deployVerticle(new Town(settings)).compose(this::settled);
    }
    if (!held && running != null) {
      town = null;
      return vertx.undeploy(running);
    }
    return Future.succeededFuture();
  }

  /** A town that was still being built when the simulation was stopped ends after it. */
  private Future<?> settled(String id) {
    town = id;
    return stopped ? vertx.undeploy(id) : Future.succeededFuture();
  }
}
