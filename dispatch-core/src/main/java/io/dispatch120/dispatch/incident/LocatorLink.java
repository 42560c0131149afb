package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import java.time.Instant;

/**
 * A location-sharing link sent to a caller. The token in its address is derived from {@code id}
 * with the installation's secret and never stored.
 *
 * @param delivery how the text went out: {@code log} or {@code sms}
 */
public record LocatorLink(
    String id, CallId callId, Instant sentAt, Instant expiresAt, String delivery) {}
