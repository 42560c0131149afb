/** Conversion between WGS 84 and the datums of Chinese maps: GCJ-02, BD-09 and CGCS2000. */
@NullMarked
package io.dispatch120.geo.datum;

import org.jspecify.annotations.NullMarked;
