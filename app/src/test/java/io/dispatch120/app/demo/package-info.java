/** Checks that the demo's data is complete, consistent and lies where it says. */
@NullMarked
package io.dispatch120.app.demo;

import org.jspecify.annotations.NullMarked;
