/**
 * Roads: a map made from OpenStreetMap data, and on it exact travel times from one place to many,
 * and ways with their course. GraphHopper reads the data; from then on everything is arrays of our
 * own.
 */
@NullMarked
package io.dispatch120.geo.routing;

import org.jspecify.annotations.NullMarked;
