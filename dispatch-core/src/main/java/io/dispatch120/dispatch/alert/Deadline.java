package io.dispatch120.dispatch.alert;

import java.time.Duration;

/**
 * Something that must have happened by a time. A new generation replaces the former one of the same
 * id.
 *
 * @param id unique within its incident, like {@code not_en_route:3f…}
 * @param delay from now; the database turns it into a time of its own clock
 */
public record Deadline(String id, int generation, Duration delay) {}
