/** JSON of events and views, for storage and for the wire. */
@NullMarked
package io.dispatch120.dispatch.codec;

import org.jspecify.annotations.NullMarked;
