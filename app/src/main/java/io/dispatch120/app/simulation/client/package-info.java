/** A client of the product's two HTTP ports, as any other program would write it. */
@NullMarked
package io.dispatch120.app.simulation.client;

import org.jspecify.annotations.NullMarked;
