/** Tests of the internal port's REST interface, over real sockets. */
@NullMarked
package io.dispatch120.dispatch.adapter.http;

import org.jspecify.annotations.NullMarked;
