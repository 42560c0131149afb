@NullMarked
package io.dispatch120.dispatch.chestpain;

import org.jspecify.annotations.NullMarked;
