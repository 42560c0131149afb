package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;

/** A text between caller, dispatch centre and crew. */
public record Message(String id, MessageSender sender, Personal text, Instant at) {}
