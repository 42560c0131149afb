/**
 * What flows to sockets: a snapshot, then events in order, positions and heartbeats, filtered by
 * who listens.
 */
@NullMarked
package io.dispatch120.dispatch.stream;

import org.jspecify.annotations.NullMarked;
