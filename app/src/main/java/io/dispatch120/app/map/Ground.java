package io.dispatch120.app.map;

import io.dispatch120.geo.basemap.BaseMap;
import io.dispatch120.geo.basemap.TileFile;

/**
 * The base map in use.
 *
 * @param version changes with every import
 */
public record Ground(String version, BaseMap map, TileFile tiles) {}
