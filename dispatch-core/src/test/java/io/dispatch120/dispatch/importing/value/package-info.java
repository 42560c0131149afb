@NullMarked
package io.dispatch120.dispatch.importing.value;

import org.jspecify.annotations.NullMarked;
