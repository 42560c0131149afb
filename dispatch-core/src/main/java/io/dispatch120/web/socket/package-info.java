/**
 * WebSockets of either port: who may open one, frames out of a bounded queue in order, small JSON
 * messages in, and an end for whoever is slow, silent or no longer signed in.
 */
@NullMarked
package io.dispatch120.web.socket;

import org.jspecify.annotations.NullMarked;
