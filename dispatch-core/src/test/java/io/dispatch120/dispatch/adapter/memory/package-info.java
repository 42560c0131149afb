/** The ports in memory, for tests that need no database. */
@NullMarked
package io.dispatch120.dispatch.adapter.memory;

import org.jspecify.annotations.NullMarked;
