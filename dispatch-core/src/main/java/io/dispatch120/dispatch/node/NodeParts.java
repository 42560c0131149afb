package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.command.CommandMeter;
import io.dispatch120.dispatch.command.Paging;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.stream.FrameWriter;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.MovingIndex;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.TravelTimes;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every centre of a node shares.
 *
 * @param workers where snapshots are encoded
 * @param roads makes the roads of one centre, once, on a worker
 * @param newIndex makes the index of a fleet
 * @param aedFinder makes the search over a catalogue's AEDs, by its centre's roads
 * @param hospitalServices reads the hours of a catalogue's hospitals
 * @param watch told what goes on and what went wrong in the background
 * @param paging how hospitals get text messages
 */
public record NodeParts(
    Stores stores,
    Loop loop,
    Executor workers,
    DatabaseClock clock,
    Datums datums,
    Function<CenterId, Roads> roads,
    FrameWriter frames,
    CommandMeter meter,
    NodeBus bus,
    Supplier<MovingIndex<UnitId>> newIndex,
    BiFunction<Catalogue, TravelTimes, AedFinder> aedFinder,
    Function<Catalogue, HospitalServices> hospitalServices,
    NodeWatch watch,
    Paging paging) {}
