/** Tests of positions and of the search for the fastest. */
@NullMarked
package io.dispatch120.geo.api;

import org.jspecify.annotations.NullMarked;
