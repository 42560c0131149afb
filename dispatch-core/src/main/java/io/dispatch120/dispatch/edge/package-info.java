/** The door through which the public edge reaches the core. */
@NullMarked
package io.dispatch120.dispatch.edge;

import org.jspecify.annotations.NullMarked;
