/** Who calls the demo's centre, with what, and what callers do with the link they are sent. */
@NullMarked
package io.dispatch120.app.simulation.caller;

import org.jspecify.annotations.NullMarked;
