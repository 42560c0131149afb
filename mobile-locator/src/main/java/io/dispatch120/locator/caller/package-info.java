/** What somebody with a location-sharing link may see and send, without signing in. */
@NullMarked
package io.dispatch120.locator.caller;

import org.jspecify.annotations.NullMarked;
