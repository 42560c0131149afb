/** The chest-pain pathway of one patient: what happened, which clocks run, where to go. Pure. */
@NullMarked
package io.dispatch120.dispatch.chestpain;

import org.jspecify.annotations.NullMarked;
