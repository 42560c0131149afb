/** One unit working for one incident: its milestones and the rules of their order and time. */
@NullMarked
package io.dispatch120.dispatch.assignment;

import org.jspecify.annotations.NullMarked;
