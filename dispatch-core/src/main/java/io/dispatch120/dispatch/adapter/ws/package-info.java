/** The socket of the console on the internal port. */
@NullMarked
package io.dispatch120.dispatch.adapter.ws;

import org.jspecify.annotations.NullMarked;
