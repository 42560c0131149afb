package io.dispatch120.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The part of the configuration that says whether the node speaks TLS, and with which files. */
final class TlsReader {
  private static final long LARGEST_PEM_BYTES = 1024 * 1024;

  private final SettingsSource source;
  private final Path workingDirectory;

  TlsReader(SettingsSource source, Path workingDirectory) {
    this.source = source;
    this.workingDirectory = workingDirectory;
  }

  Optional<TlsFiles> read() {
    Optional<SettingValue> certificate = source.find(Setting.TLS_CERT);
    Optional<SettingValue> key = source.find(Setting.TLS_KEY);
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      SettingValue given = certificate.or(() -> key).orElseThrow();
      Setting missing = certificate.isEmpty() ? Setting.TLS_CERT : Setting.TLS_KEY;
      throw new StartFailure(
          given.name() + " is set but " + missing.variable() + " is not",
          "TLS needs both: a PEM certificate chain and its PEM private key.");
    }
    return Optional.of(
        new TlsFiles(
            pem(certificate.get(), "-----BEGIN CERTIFICATE-----", "a PEM certificate chain"),
            pem(key.get(), "PRIVATE KEY-----", "a PEM private key")));
  }

  private Path pem(SettingValue value, String marker, String what) {
    Path file = ConfigurationReader.resolve(value, workingDirectory).toAbsolutePath();
    String text;
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_PEM_BYTES) {
        throw value.bad(what + " in a file that exists");
      }
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw value.bad(what + " in a file that this user may read");
    }
    if (!text.contains(marker)) {
      throw value.bad(what);
    }
    if (text.contains("ENCRYPTED")) {
      throw value.bad(what + " without a passphrase, in a file with mode 600");
    }
    return file;
  }
}
