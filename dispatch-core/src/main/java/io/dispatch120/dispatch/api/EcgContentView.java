package io.dispatch120.dispatch.api;

/**
 * An ECG's file as it was received. Its bytes are not copied: nobody changes them.
 *
 * @param contentType how it may be served
 */
public record EcgContentView(EcgId id, String contentType, String sha256, byte[] content) {}
