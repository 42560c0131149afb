/** The append-only truth: what is written, in which order, and the ports to write and read it. */
@NullMarked
package io.dispatch120.dispatch.journal;

import org.jspecify.annotations.NullMarked;
