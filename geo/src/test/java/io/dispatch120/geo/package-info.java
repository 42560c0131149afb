/** Rules that hold for the whole module. */
@NullMarked
package io.dispatch120.geo;

import org.jspecify.annotations.NullMarked;
