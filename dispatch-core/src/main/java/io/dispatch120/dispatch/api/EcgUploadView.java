package io.dispatch120.dispatch.api;

/**
 * How far an ECG's file has come.
 *
 * @param receivedBytes where the next piece begins
 * @param complete the case has the ECG
 */
public record EcgUploadView(
    String uploadId, long receivedBytes, long sizeBytes, boolean complete) {}
