package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.LngLat;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node knows of one centre, in memory: the fold of its journal up to {@link #seq()}.
 * Readable from any thread without locks; single lookups are each consistent, several together may
 * straddle an event. What must be consistent as a whole is read on the board's own context (see
 * {@code LiveBoard}).
 *
 * <p>Holds every open incident and those closed lately; for older ones ask the stores.
 */
public interface Board {
  CenterId center();

  /** The last journal entry applied. */
  long seq();

  Optional<Incident> findIncident(IncidentId id);

  /** Not closed; no order. */
  Collection<Incident> openIncidents();

  /**
   * Open incidents that may have a fix within about 2 km of {@code place} or a call from {@code
   * phone}: all that do, and some that do not. Costs no more in a disaster than on a quiet night.
   */
  List<Incident> listOpenAround(@Nullable LngLat place, Personal phone);

  /** Open or closed, with a crew that has not confirmed what it had to be told. */
  List<Incident> listUnconfirmed();

  Optional<IncidentId> findIdByAssignment(AssignmentId id);

  Optional<IncidentId> findIdByCall(CallId id);

  Optional<IncidentId> findIdByPatient(PatientId id);

  Optional<IncidentId> findIdByAlert(AlertId id);

  Optional<IncidentId> findIdByEscalation(EscalationId id);

  Optional<Unit> findUnit(UnitId id);

  Collection<Unit> units();

  /** What is closed on the roads. */
  ClosedRoads roads();

  /** Which triage cards are proposed and in force. */
  CardApprovals cards();

  /** What hospitals have said of themselves; some of it may have ended. */
  CapacityNotices notices();

  Catalogue catalogue();

  AedFinder aeds();

  /** What the hospitals of {@link #catalogue()} can do at which hour. */
  HospitalServices hospitalServices();

  CenterPolicy policy();
}
