/**
 * Starts the product as its users do, loads it, breaks it, and compares what it acknowledged with
 * what it kept. Knows only the public interfaces: the process, HTTP and WebSocket.
 */
@NullMarked
package io.dispatch120.load;

import org.jspecify.annotations.NullMarked;
