/** Puts a node together: the one place that knows every adapter. */
@NullMarked
package io.dispatch120.app.node;

import org.jspecify.annotations.NullMarked;
