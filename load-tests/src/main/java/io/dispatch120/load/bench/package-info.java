/** Benchmarks: each measures the product and a reference in turns, in one run on one machine. */
@NullMarked
package io.dispatch120.load.bench;

import org.jspecify.annotations.NullMarked;
