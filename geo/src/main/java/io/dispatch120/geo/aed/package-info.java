/** AED search over an immutable catalogue: nearest, nearest open, nearest usable first. */
@NullMarked
package io.dispatch120.geo.aed;

import org.jspecify.annotations.NullMarked;
