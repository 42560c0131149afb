/** Units: whether they can be sent, and where they are. */
@NullMarked
package io.dispatch120.dispatch.fleet;

import org.jspecify.annotations.NullMarked;
