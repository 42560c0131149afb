/** Road closures of a centre: their events, and the state these fold into. Pure. */
@NullMarked
package io.dispatch120.dispatch.road;

import org.jspecify.annotations.NullMarked;
