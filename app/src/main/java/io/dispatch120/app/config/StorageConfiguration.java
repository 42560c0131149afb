package io.dispatch120.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the data is: all that a command line tool beside a node has to know.
 *
 * @param dataDirectory absolute
 * @param databaseUrl empty: the embedded PostgreSQL in the data directory
 */
public record StorageConfiguration(Path dataDirectory, Optional<DatabaseUrl> databaseUrl) {}
