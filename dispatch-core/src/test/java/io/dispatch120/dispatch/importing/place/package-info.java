@NullMarked
package io.dispatch120.dispatch.importing.place;

import org.jspecify.annotations.NullMarked;
