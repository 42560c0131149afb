package io.dispatch120.dispatch.api;

import java.time.Instant;

/**
 * What the journal adds to an event.
 *
 * @param seq its gap-free place in the centre's journal
 * @param at when it happened
 * @param recordedAt when the journal took it: database time, never running backwards along {@code
 *     seq}
 */
public record Stamp(long seq, Instant at, Instant recordedAt, Actor actor) {}
