package io.dispatch120.dispatch.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.command.CommandMeter;
import io.dispatch120.dispatch.command.TextMessages;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.journal.StoragePorts;
import io.dispatch120.dispatch.stream.FrameWriter;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.index.QuadTreeIndex;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

/** Builds nodes on any storage, loop and clock. */
public final class TestNode {
  public static final Roads NO_MAP =
      new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS);

  /** Frames as clients get them. */
  public static final FrameWriter JSON =
      (frame, masked) -> {
        try {
          return (masked ? Json.masked() : Json.wire()).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
          throw new AssertionError(e);
        }
      };

  private TestNode() {}

  public static DispatchNode of(
      StoragePorts storage, Loop loop, Executor workers, DatabaseClock clock, NodeBus bus) {
    return of(storage, loop, workers, clock, bus, NO_MAP);
  }

  /** A node on a map. */
  public static DispatchNode of(
      StoragePorts storage,
      Loop loop,
      Executor workers,
      DatabaseClock clock,
      NodeBus bus,
      Roads roads) {
    return of(storage, loop, workers, clock, bus, roads, new TextMessages());
  }

  /** A node that pages by {@code texts}. */
  public static DispatchNode of(
      StoragePorts storage,
      Loop loop,
      Executor workers,
      DatabaseClock clock,
      NodeBus bus,
      Roads roads,
      TextMessages texts) {
    Stores stores =
        new Stores(
            storage.journal(),
            storage.incidents(),
            storage.boards(),
            storage.timers(),
            storage.tracks(),
            storage.catalogues());
    return new DispatchNode(
        new NodeParts(
            stores,
            loop,
            workers,
            clock,
            new ChineseDatums(),
            center -> roads,
            JSON,
            CommandMeter.NONE,
            bus,
            QuadTreeIndex::new,
            (catalogue, travelTimes) ->
                new IndexedAedFinder(List.of(), ZoneId.of(catalogue.center().zone()), travelTimes),
            HospitalServices::withoutHours,
            new Unwatched(),
            texts.over(storage)),
        1);
  }

  private static final class Unwatched implements NodeWatch {
    @Override
    public void fault(Throwable cause) {}

    @Override
    public void storage(boolean available) {}

    @Override
    public void lag(CenterId center, long entries) {}

    @Override
    public void sockets(CenterId center, int count) {}

    @Override
    public void sessionRevoked(String tokenHash) {}
  }
}
