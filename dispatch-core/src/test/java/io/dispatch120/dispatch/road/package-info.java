@NullMarked
package io.dispatch120.dispatch.road;

import org.jspecify.annotations.NullMarked;
