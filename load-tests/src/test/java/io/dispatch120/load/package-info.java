/** Tests of the harness itself, and the faults that the product has to stand. */
@NullMarked
package io.dispatch120.load;

import org.jspecify.annotations.NullMarked;
