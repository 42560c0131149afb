/** The console's socket, tried over real connections. */
@NullMarked
package io.dispatch120.dispatch.adapter.ws;

import org.jspecify.annotations.NullMarked;
