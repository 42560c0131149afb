/** The edge's own HTTP server: its configuration, its sessions and the wiring of all the rest. */
@NullMarked
package io.dispatch120.locator.adapter;

import org.jspecify.annotations.NullMarked;
