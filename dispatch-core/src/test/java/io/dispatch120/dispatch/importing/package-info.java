@NullMarked
package io.dispatch120.dispatch.importing;

import org.jspecify.annotations.NullMarked;
