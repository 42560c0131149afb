/**
 * The map of an installation: imported from an OpenStreetMap file into versions in the data
 * directory, opened by a node as roads and base map, changed beside a running node.
 */
@NullMarked
package io.dispatch120.app.map;

import org.jspecify.annotations.NullMarked;
