@NullMarked
package io.dispatch120.dispatch.hospital;

import org.jspecify.annotations.NullMarked;
