/**
 * The incident: its events, the state they fold into, and the pure decisions that make new events.
 */
@NullMarked
package io.dispatch120.dispatch.incident;

import org.jspecify.annotations.NullMarked;
