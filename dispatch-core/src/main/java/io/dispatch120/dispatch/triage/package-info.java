/** Triage cards: what they ask, what they make of answers, and which are in force. Pure. */
@NullMarked
package io.dispatch120.dispatch.triage;

import org.jspecify.annotations.NullMarked;
