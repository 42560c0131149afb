/** The live board of a node: the fold of the journal, kept in memory and fed in sequence order. */
@NullMarked
package io.dispatch120.dispatch.board;

import org.jspecify.annotations.NullMarked;
