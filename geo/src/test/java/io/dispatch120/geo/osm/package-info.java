@NullMarked
package io.dispatch120.geo.osm;

import org.jspecify.annotations.NullMarked;
