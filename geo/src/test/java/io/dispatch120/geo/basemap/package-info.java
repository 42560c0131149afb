@NullMarked
package io.dispatch120.geo.basemap;

import org.jspecify.annotations.NullMarked;
