/**
 * Reads OpenStreetMap files as they come: {@code .osm.pbf}, {@code .osm}, {@code .osm.gz}, told
 * apart by their content. Hostile and broken ones end in one clear exception, never in much memory.
 */
@NullMarked
package io.dispatch120.geo.osm;

import org.jspecify.annotations.NullMarked;
