/** The way of a command: find the scene, decide, append, apply, answer. */
@NullMarked
package io.dispatch120.dispatch.command;

import org.jspecify.annotations.NullMarked;
