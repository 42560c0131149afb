/** Figures of the past, each led back to the journal entries it rests on. */
@NullMarked
package io.dispatch120.dispatch.report;

import org.jspecify.annotations.NullMarked;
