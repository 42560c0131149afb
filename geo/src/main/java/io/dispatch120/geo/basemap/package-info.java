/**
 * The base map: OpenStreetMap data as vector tiles (Mapbox Vector Tile 2.1), made once at import
 * and read from one file.
 *
 * <p>Import works in two passes over the file with scratch files beside the target, so its memory
 * does not grow with nodes or tiles; only areas of several ways are gathered in memory.
 */
@NullMarked
package io.dispatch120.geo.basemap;

import org.jspecify.annotations.NullMarked;
