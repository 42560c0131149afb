package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.InboundPatientView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.LocatorView.ApproachingUnit;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.api.UnitView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of the socket protocol, one record each; documented in {@code docs/websocket.md}. */
final class Frames {
  private Frames() {}

  record Snapshot(String type, long seq, Object board) {
    Snapshot(long seq, Object board) {
      this("snapshot", seq, board);
    }
  }

  /** An event with the states it led to, so that a client needs no rules of its own. */
  record Event(
      String type,
      long seq,
      long prev,
      EventView event,
      List<IncidentView> incidents,
      List<UnitView> units) {
    Event(long prev, EventView event, List<IncidentView> incidents, List<UnitView> units) {
      this("event", event.seq(), prev, event, incidents, units);
    }
  }

  /**
   * An event for a crew, with its live assignment after it; while it has none, the ended one that
   * the event is about, or null.
   */
  record CrewEvent(
      String type, long seq, long prev, EventView event, @Nullable CrewAssignmentView assignment) {
    CrewEvent(long prev, EventView event, @Nullable CrewAssignmentView assignment) {
      this("event", event.seq(), prev, event, assignment);
    }
  }

  /** An event for a caller: that it happened, and what the caller may see after it. */
  record CallerEvent(String type, long seq, long prev, CallerFact event, LocatorView locator) {
    CallerEvent(long prev, CallerFact event, LocatorView locator) {
      this("event", event.seq(), prev, event, locator);
    }
  }

  record CallerFact(long seq, String type, Instant at, Instant recordedAt) {}

  record Positions(String type, List<UnitOnMap> units) {
    Positions(List<UnitOnMap> units) {
      this("positions", units);
    }
  }

  record UnitOnMap(
      UnitId unitId,
      double lng,
      double lat,
      Instant at,
      @Nullable Double speedMps,
      @Nullable Double headingDegrees,
      @Nullable Boolean positionSuspect) {
    /**
     * @param suspect nothing can have driven there; said only when it is so
     */
    static UnitOnMap of(UnitPosition p, boolean suspect) {
      return new UnitOnMap(
          p.unitId(),
          p.position().lng(),
          p.position().lat(),
          p.at(),
          p.speedMps(),
          p.headingDegrees(),
          suspect ? Boolean.TRUE : null);
    }
  }

  /** How far the units on their way to a caller have come. */
  record Approach(String type, List<ApproachingUnit> units) {
    Approach(List<ApproachingUnit> units) {
      this("approach", units);
    }
  }

  /** How far the patients on their way to a hospital have come. */
  record Inbound(String type, List<InboundPatientView> patients) {
    Inbound(List<InboundPatientView> patients) {
      this("inbound", patients);
    }
  }

  record Heartbeat(String type, long seq, Instant at, String storage) {
    Heartbeat(long seq, Instant at, boolean storageAvailable) {
      this("heartbeat", seq, at, storageAvailable ? "available" : "unavailable");
    }
  }

  record Recommendation(String type, IncidentId incidentId, RecommendationView recommendation) {
    Recommendation(RecommendationView recommendation) {
      this("recommendation", recommendation.incidentId(), recommendation);
    }
  }
}
