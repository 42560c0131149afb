/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.geo.travel;

import org.jspecify.annotations.NullMarked;
