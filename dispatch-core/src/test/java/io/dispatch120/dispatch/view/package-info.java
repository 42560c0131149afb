/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.dispatch.view;

import org.jspecify.annotations.NullMarked;
