package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Stamp;

/** A fact about one incident, which folds into its state. */
public sealed interface IncidentEvent extends DispatchEvent
    permits IncidentEvent.Opening,
        CallEvents.OfCall,
        DetailEvents.OfDetails,
        TriageEvents.OfTriage,
        AssignmentEvents.OfAssignment,
        AlertEvents.OfAlert,
        ClosingEvents.OfClosing,
        ChestPainEvents.OfCase,
        PreAlertEvents.OfPreAlert {

  /** The state after this event. Pure: never reads a clock, never fails on a legal history. */
  Incident applyTo(Incident incident, Stamp stamp);

  /** The one event that starts a state instead of changing it. */
  sealed interface Opening extends IncidentEvent permits CallEvents.IncidentOpened {}
}
