/** Sockets tried over real connections. */
@NullMarked
package io.dispatch120.web.socket;

import org.jspecify.annotations.NullMarked;
