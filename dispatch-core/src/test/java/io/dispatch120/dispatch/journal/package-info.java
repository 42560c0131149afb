/** What every storage must do: one suite per port. */
@NullMarked
package io.dispatch120.dispatch.journal;

import org.jspecify.annotations.NullMarked;
