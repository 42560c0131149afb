package io.dispatch120.app.config;

import java.nio.file.Path;

/** Certificate chain and private key, both PEM files that could be read at the start. */
public record TlsFiles(Path certificate, Path key) {}
