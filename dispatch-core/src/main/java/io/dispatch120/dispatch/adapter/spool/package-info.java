/** Calls kept on this node's disk while the database is away. */
@NullMarked
package io.dispatch120.dispatch.adapter.spool;

import org.jspecify.annotations.NullMarked;
