/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.app.simulation;

import org.jspecify.annotations.NullMarked;
