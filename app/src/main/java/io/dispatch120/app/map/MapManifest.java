package io.dispatch120.app.map;

/** What a version of a map says of itself, in {@code map.json}: for people and for reports. */
record MapManifest(
    String file,
    long bytes,
    String sha256,
    String importedAt,
    int junctions,
    int roads,
    int turnRestrictions,
    int tiles) {}
