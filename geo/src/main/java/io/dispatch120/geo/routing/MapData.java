package io.dispatch120.geo.routing;

/**
 * Everything that a folder holds of a map.
 *
 * @param source the file it was made from
 * @param network roads
 * @param turns turn restrictions dissolved
 * @param ranks by spot of {@code turns}: its number in the hierarchy
 * @param hierarchy for searches
 * @param links between the two
 * @param mainland by edge: bits of {@link Islands}
 */
record MapData(
    MapSource source,
    Network network,
    TurnGraph turns,
    int[] ranks,
    Hierarchy hierarchy,
    Links links,
    byte[] mainland) {}
