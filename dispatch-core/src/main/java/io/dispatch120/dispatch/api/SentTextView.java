package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message that a demo shows instead of sending it.
 *
 * @param to masked
 * @param link the address in the text
 */
public record SentTextView(
    String id, String to, String text, @Nullable String link, Instant sentAt) {}
