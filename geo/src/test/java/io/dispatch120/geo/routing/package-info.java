@NullMarked
package io.dispatch120.geo.routing;

import org.jspecify.annotations.NullMarked;
