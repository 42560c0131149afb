/**
 * Lists as they really are, to rows of the catalogue: how each is read, what becomes of each row.
 */
@NullMarked
package io.dispatch120.dispatch.importing;

import org.jspecify.annotations.NullMarked;
