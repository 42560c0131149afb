package io.dispatch120.app.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how text messages leave, with the template and the secret they need. */
final class SmsReader {
  private static final int LARGEST_FILE_BYTES = 64 * 1024;

  /** 128 bits in base64 are 22 characters; shorter ones are words. */
  private static final int SHORTEST_SECRET = 20;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final SettingsSource source;
  private final Path workingDirectory;

  SmsReader(SettingsSource source, Path workingDirectory) {
    this.source = source;
    this.workingDirectory = workingDirectory;
  }

  /** Empty for the log. */
  Optional<SmsGateway> read() {
    String way = source.find(Setting.SMS).map(SettingValue::text).orElse("log");
    if (way.equals("log")) {
      for (Setting idle : List.of(Setting.SMS_URL, Setting.SMS_TEMPLATE, Setting.SMS_SECRET_FILE)) {
        source.find(idle).ifPresent(SmsReader::refuseIdle);
      }
      return Optional.empty();
    }
    if (!way.equals("http")) {
      throw source.find(Setting.SMS).orElseThrow().bad("log, http");
    }
    URI url = url(needed(Setting.SMS_URL, "the address of the gateway"));
    String template =
        source.find(Setting.SMS_TEMPLATE).map(this::text).orElse(SmsGateway.USUAL_TEMPLATE);
    String secret = secret(needed(Setting.SMS_SECRET_FILE, "a file with the signing secret"));
    needed(Setting.PUBLIC_URL, "the address under which phones reach the answer page");
    return Optional.of(new SmsGateway(url, template, secret));
  }

  private static void refuseIdle(SettingValue idle) {
    throw new StartFailure(
        idle.name() + " is set but " + Setting.SMS.variable() + " is not http",
        "Set it to http, or remove this.");
  }

  private SettingValue needed(Setting setting, String what) {
    return source
        .find(setting)
        .orElseThrow(
            () ->
                new StartFailure(
                    Setting.SMS.variable() + " is http but " + setting.variable() + " is not set",
                    "Set it to " + what + "."));
  }

  private static URI url(SettingValue value) {
    try {
      URI url = new URI(value.text());
      boolean secure = "https".equals(url.getScheme());
      boolean here =
          "http".equals(url.getScheme())
              && url.getHost() != null
              && LOOPBACK.contains(url.getHost());
      if (url.getHost() != null && url.getRawUserInfo() == null && (secure || here)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below: it may hold a key, so the reason is not shown.
    }
    throw value.bad("an https address, or an http one on this machine, without user and password");
  }

  private String secret(SettingValue value) {
    Path file = ConfigurationReader.resolve(value, workingDirectory);
    String secret = text(value).strip();
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(SmsReader::ofOthers)) {
        throw value.bad("a file that only its owner may read, mode 600");
      }
    } catch (IOException e) {
      throw value.bad("a file that this user may read");
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw value.bad("a file with a secret, as openssl rand -base64 32 writes one");
    }
    return secret;
  }

  private static boolean ofOthers(PosixFilePermission permission) {
    return permission.name().startsWith("GROUP") || permission.name().startsWith("OTHERS");
  }

  private String text(SettingValue value) {
    Path file = ConfigurationReader.resolve(value, workingDirectory);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE_BYTES) {
        throw value.bad("a file that exists, of at most 64 KiB");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw value.bad("a UTF-8 file that this user may read");
    }
  }
}
