package io.dispatch120.geo.api;

/** A candidate of {@link FastestArrivals} and its way to the destination. */
public record Arrival<K>(Neighbor<K> origin, Travel travel) {}
