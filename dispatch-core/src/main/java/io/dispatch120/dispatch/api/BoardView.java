package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;

/**
 * Everything open in a centre, as of one sequence number.
 *
 * @param hospitals those that ask to be spared
 */
public record BoardView(
    long seq,
    Instant at,
    CenterId center,
    List<IncidentView> incidents,
    List<UnitView> units,
    List<AlertView> alerts,
    List<RoadClosureView> roadClosures,
    List<HospitalView.Limited> hospitals) {}
