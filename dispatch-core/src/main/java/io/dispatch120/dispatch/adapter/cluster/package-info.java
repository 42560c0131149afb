/** Vert.x and Hazelcast: the loop, membership and the bus between nodes. */
@NullMarked
package io.dispatch120.dispatch.adapter.cluster;

import org.jspecify.annotations.NullMarked;
