@NullMarked
package io.dispatch120.dispatch.importing.mapping;

import org.jspecify.annotations.NullMarked;
