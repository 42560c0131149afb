/** Who may do what: users, passwords, sessions, one-time socket tickets and the role table. */
@NullMarked
package io.dispatch120.dispatch.access;

import org.jspecify.annotations.NullMarked;
