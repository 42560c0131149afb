/** The edge tried from outside: over HTTP and sockets, with a core played in memory. */
@NullMarked
package io.dispatch120.locator.adapter;

import org.jspecify.annotations.NullMarked;
