/**
 * Spatial indexes and areas on JTS geometry, exact by great-circle distance, read without locks.
 */
@NullMarked
package io.dispatch120.geo.index;

import org.jspecify.annotations.NullMarked;
