/** The PostgreSQL adapters against a real server. */
@NullMarked
package io.dispatch120.dispatch.adapter.postgres;

import org.jspecify.annotations.NullMarked;
