/**
 * Questions clients ask: answered from the live board, and from PostgreSQL where the board does not
 * reach.
 */
@NullMarked
package io.dispatch120.dispatch.query;

import org.jspecify.annotations.NullMarked;
