package io.dispatch120.app.simulation.crew;

import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.geo.api.LngLat;
import org.jspecify.annotations.Nullable;

/**
 * What the crew's device shows of a live assignment.
 *
 * @param reached the last milestone
 * @param scene where to go; null while the place is unknown
 * @param hospitalId where to take the patient; null until somebody says
 */
public record Task(
    String assignmentId, Milestone reached, @Nullable LngLat scene, @Nullable String hospitalId) {}
