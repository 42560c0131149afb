package io.dispatch120.dispatch.ecg.wave;

/**
 * Why a file is not taken. {@code detail} is for people, in English, says what to do, and quotes
 * nothing of the file but names of elements and columns.
 */
public record EcgRefusal(EcgFault fault, String detail) {}
