/**
 * The ports to storage on PostgreSQL. Everything that speaks SQL lives here; the schema is in
 * {@code db/migration}.
 */
@NullMarked
package io.dispatch120.dispatch.adapter.postgres;

import org.jspecify.annotations.NullMarked;
