package io.dispatch120.geo.api;

/**
 * An answer of a spatial index.
 *
 * @param key what stands there
 * @param position where it stands, WGS 84
 * @param distanceMeters great-circle distance from the point asked for
 */
public record Neighbor<K>(K key, LngLat position, double distanceMeters) {}
