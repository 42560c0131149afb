/** Travel times: for now from the straight line, with a documented detour and speed. */
@NullMarked
package io.dispatch120.geo.travel;

import org.jspecify.annotations.NullMarked;
