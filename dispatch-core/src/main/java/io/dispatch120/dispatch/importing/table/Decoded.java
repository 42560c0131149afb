package io.dispatch120.dispatch.importing.table;

/**
 * A list's text.
 *
 * @param encoding the character set it was read in
 * @param unreadable characters that stand for bytes without a meaning in that set
 */
public record Decoded(String text, String encoding, int unreadable) {}
