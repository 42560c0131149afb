/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.app.map;

import org.jspecify.annotations.NullMarked;
