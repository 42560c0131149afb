/** Ways of text messages: into the log, or to a gateway over HTTP. */
@NullMarked
package io.dispatch120.dispatch.adapter.sms;

import org.jspecify.annotations.NullMarked;
