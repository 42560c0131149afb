/** The REST interface of the internal port: thin handlers by noun over commands and queries. */
@NullMarked
package io.dispatch120.dispatch.adapter.http;

import org.jspecify.annotations.NullMarked;
