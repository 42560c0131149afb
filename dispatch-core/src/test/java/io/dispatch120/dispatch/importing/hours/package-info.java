@NullMarked
package io.dispatch120.dispatch.importing.hours;

import org.jspecify.annotations.NullMarked;
