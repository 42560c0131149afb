/**
 * Benchmarks in process, most by JMH: the one part of this module that may use classes of the
 * product, and of those only {@code geo}.
 */
@NullMarked
package io.dispatch120.load.micro;

import org.jspecify.annotations.NullMarked;
