package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.CaseRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** What all in-memory ports share. Guarded by its own monitor. */
final class InMemoryState {
  /** One centre: its journal, and the rows of current state as the journal's appends leave them. */
  static final class Center {
    Catalogue catalogue;
    long revision;
    final Map<String, ResponderInfo> responders = new TreeMap<>();
    final Map<String, PlaceInfo> places = new TreeMap<>();
    final List<JournalEntry> entries = new ArrayList<>();
    final Map<UUID, Answer> answers = new HashMap<>();
    final Map<IncidentId, IncidentRow> incidents = new HashMap<>();
    final Map<IncidentId, Instant> closedAt = new HashMap<>();
    final Map<AssignmentId, AssignmentRow> assignments = new HashMap<>();
    final Map<AlertId, AlertRow> alerts = new HashMap<>();
    final Map<EscalationId, IncidentId> escalations = new HashMap<>();
    final Map<PatientId, CaseRow> cases = new HashMap<>();
    final Map<String, Waiting> pages = new LinkedHashMap<>();
    final Map<String, LinkRow> links = new LinkedHashMap<>();
    final Map<String, Timer> timers = new TreeMap<>();
    final Map<CallId, IncidentId> calls = new HashMap<>();
    final Map<PatientId, IncidentId> patients = new HashMap<>();

    Center(Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    long revision(IncidentId id) {
      return last(e -> Objects.equals(e.incidentId(), id), Long.MAX_VALUE);
    }

    long revision(UnitId id, long asOf) {
      return last(e -> Objects.equals(e.unitId(), id), asOf);
    }

    private long last(java.util.function.Predicate<JournalEntry> of, long asOf) {
      return entries.stream()
          .filter(e -> e.seq() <= asOf)
          .filter(of)
          .mapToLong(JournalEntry::seq)
          .max()
          .orElse(0);
    }

    /** What is closed right after entry {@code seq}. */
    ClosedRoads roads(long seq) {
      ClosedRoads roads = ClosedRoads.NONE;
      for (JournalEntry entry : entries) {
        if (entry.seq() <= seq && entry.event() instanceof RoadEvent event) {
          roads = roads.with(event, entry.stamp());
        }
      }
      return roads;
    }

    /** Which triage cards are in force right after entry {@code seq}. */
    CardApprovals cards(long seq) {
      CardApprovals cards = CardApprovals.NONE;
      for (JournalEntry entry : entries) {
        if (entry.seq() <= seq && entry.event() instanceof CardEvent event) {
          cards = cards.with(event, entry.stamp());
        }
      }
      return cards;
    }

    /** What hospitals have said of themselves right after entry {@code seq}. */
    CapacityNotices notices(long seq) {
      CapacityNotices notices = CapacityNotices.NONE;
      for (JournalEntry entry : entries) {
        if (entry.seq() <= seq && entry.event() instanceof HospitalEvent event) {
          notices = notices.with(event, entry.stamp());
        }
      }
      return notices;
    }

    /** Every incident of the entries up to {@code seq}, by opening. */
    Collection<Incident> fold(long seq) {
      Map<IncidentId, Incident> folded = new LinkedHashMap<>();
      for (JournalEntry entry : entries) {
        if (entry.seq() <= seq && entry.event() instanceof IncidentEvent event) {
          folded.compute(
              Objects.requireNonNull(entry.incidentId()),
              (id, before) -> Incidents.fold(before, event, entry.stamp()));
        }
      }
      return folded.values();
    }
  }

  record Answer(String fingerprint, long firstSeq, long lastSeq) {}

  record Waiting(PageRow row, int attempts, Instant nextTryAt, Instant createdAt) {
    Waiting triedAgain(int newAttempts, Instant at) {
      return new Waiting(row, newAttempts, at, createdAt);
    }
  }

  record Timer(IncidentId incident, String id, int generation, Instant dueAt) {}

  private final Map<CenterId, Center> centers =
      new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

  Map<CenterId, Center> centers() {
    return centers;
  }

  Center center(CenterId id) {
    Center center = centers.get(id);
    if (center == null) {
      throw new IllegalArgumentException("unknown center " + id);
    }
    return center;
  }
}
