/** Tests of the pages. */
@NullMarked
package io.dispatch120.web.page;

import org.jspecify.annotations.NullMarked;
