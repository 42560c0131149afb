/**
 * The demo that moves: simulated crews, callers and a dispatcher, who reach the centre through its
 * public interfaces only, as strangers would. Nothing of it runs outside a demo.
 */
@NullMarked
package io.dispatch120.app.simulation;

import org.jspecify.annotations.NullMarked;
