/** Micrometer: what the core measures, for Prometheus. */
@NullMarked
package io.dispatch120.dispatch.adapter.telemetry;

import org.jspecify.annotations.NullMarked;
