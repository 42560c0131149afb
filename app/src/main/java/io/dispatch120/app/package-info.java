/**
 * The composition root: the only place that sees every module and puts them together.
 *
 * <p>{@link io.dispatch120.app.Main} is what the launcher starts, {@link
 * io.dispatch120.app.node.Node} wires one node from its configuration.
 */
@NullMarked
package io.dispatch120.app;

import org.jspecify.annotations.NullMarked;
