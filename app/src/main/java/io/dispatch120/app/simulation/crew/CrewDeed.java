package io.dispatch120.app.simulation.crew;

import io.dispatch120.dispatch.api.Milestone;

/** What a crew tells the dispatch centre about an assignment. */
public sealed interface CrewDeed {
  String assignmentId();

  record Reach(String assignmentId, Milestone milestone) implements CrewDeed {}

  record Decline(String assignmentId, String reason) implements CrewDeed {}
}
