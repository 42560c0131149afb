/**
 * What an operator may set, read once from environment and file into one immutable, checked record.
 *
 * <p>A value that is wrong stops the start here, in one line that names the key, and never later.
 */
@NullMarked
package io.dispatch120.app.config;

import org.jspecify.annotations.NullMarked;
