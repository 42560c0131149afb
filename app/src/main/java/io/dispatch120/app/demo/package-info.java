/**
 * The demo centre: its catalogue and its accounts. Nothing of it ever enters a live installation.
 */
@NullMarked
package io.dispatch120.app.demo;

import org.jspecify.annotations.NullMarked;
