/** Samples as columns of text, in the many shapes that programs write. */
@NullMarked
package io.dispatch120.dispatch.ecg.csv;

import org.jspecify.annotations.NullMarked;
