/** Tests of the JSON forms. */
@NullMarked
package io.dispatch120.dispatch.codec;

import org.jspecify.annotations.NullMarked;
