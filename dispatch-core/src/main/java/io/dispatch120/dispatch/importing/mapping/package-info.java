/** Which column of a list is what. Pure. */
@NullMarked
package io.dispatch120.dispatch.importing.mapping;

import org.jspecify.annotations.NullMarked;
