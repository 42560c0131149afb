/** From domain state to the views clients see. */
@NullMarked
package io.dispatch120.dispatch.view;

import org.jspecify.annotations.NullMarked;
