/** Tests of the shared web plumbing, over real sockets. */
@NullMarked
package io.dispatch120.web;

import org.jspecify.annotations.NullMarked;
