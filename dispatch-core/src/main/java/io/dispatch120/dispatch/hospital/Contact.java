package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be told.
 *
 * @param role such as 介入值班医师
 * @param name who that is, where the roster says so
 */
public record Contact(
    String role, @Nullable Personal name, ContactChannel channel, @Nullable Personal phone) {}
