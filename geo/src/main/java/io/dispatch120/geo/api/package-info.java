/**
 * What the rest of the system sees of geography: positions in WGS 84, indexes, travel times,
 * datums, areas and AED search. Plain records and interfaces; no type of a geometry library shows
 * here.
 */
@NullMarked
package io.dispatch120.geo.api;

import org.jspecify.annotations.NullMarked;
