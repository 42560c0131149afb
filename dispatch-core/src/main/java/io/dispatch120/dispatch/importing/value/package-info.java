/** Words, dates and numbers as lists give them. Pure. */
@NullMarked
package io.dispatch120.dispatch.importing.value;

import org.jspecify.annotations.NullMarked;
