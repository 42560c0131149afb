/** The demo's accounts. Nothing of them ever enters a live installation. */
@NullMarked
package io.dispatch120.app.demo;

import org.jspecify.annotations.NullMarked;
