/**
 * Whole nodes under a seeded scheduler that delays, loses and reorders: any failing schedule can be
 * run again by its seed.
 */
@NullMarked
package io.dispatch120.dispatch.simulation;

import org.jspecify.annotations.NullMarked;
