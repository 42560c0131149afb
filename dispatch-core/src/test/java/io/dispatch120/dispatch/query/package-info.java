/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.dispatch.query;

import org.jspecify.annotations.NullMarked;
