/** Tests of accounts, sessions and the role table. */
@NullMarked
package io.dispatch120.dispatch.access;

import org.jspecify.annotations.NullMarked;
