package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.codec.KeyRing;

/**
 * A database that is ours and up to date.
 *
 * @param keyInDatabase the master key lies in the database itself: convenient, but who can copy the
 *     database can read personal texts. The start should say so
 */
public record Installation(String environment, KeyRing keys, boolean keyInDatabase) {}
