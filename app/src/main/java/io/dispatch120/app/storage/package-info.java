/**
 * What a node keeps on its own disk: the data directory with its lock and secrets, and in it the
 * embedded PostgreSQL.
 */
@NullMarked
package io.dispatch120.app.storage;

import org.jspecify.annotations.NullMarked;
