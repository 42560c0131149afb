/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.geo.hours;

import org.jspecify.annotations.NullMarked;
