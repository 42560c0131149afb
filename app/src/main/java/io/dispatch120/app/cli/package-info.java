/**
 * The command line: what each command takes, says and returns.
 *
 * <p>Commands know the product only through the small interfaces of this package, so that each can
 * be read and tested without a running node.
 */
@NullMarked
package io.dispatch120.app.cli;

import org.jspecify.annotations.NullMarked;
