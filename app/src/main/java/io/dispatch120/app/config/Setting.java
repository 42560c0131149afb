package io.dispatch120.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, by its name in the environment and in the file. */
enum Setting {
  HTTP_PORT,
  EDGE_PORT,
  MANAGEMENT_PORT,
  JTT808_PORT,
  BIND,
  DATA_DIR,
  DB_URL,
  CLUSTER,
  CLUSTER_PORT,
  CLUSTER_BUS_PORT,
  CLUSTER_HOST,
  PUBLIC_URL,
  TLS_CERT,
  TLS_KEY,
  TRUSTED_PROXIES,
  MAP,
  ROAD_SPEEDS,
  HOLIDAYS,
  SIMULATE,
  TIMER_SCALE,
  NODE_ID,
  MASTER_KEY_FILE,
  SMS,
  SMS_URL,
  SMS_TEMPLATE,
  SMS_SECRET_FILE;

  static final String PREFIX = "DISPATCH120_";

  /** Read by the launcher before this process exists, so it is known here only to be let pass. */
  static final String LAUNCHER_OPTIONS = PREFIX + "JAVA_OPTS";

  /** The name in the environment, such as {@code DISPATCH120_HTTP_PORT}. */
  String variable() {
    return PREFIX + name();
  }

  /** The key in the file, such as {@code httpPort}. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return key.toString();
  }

  /** Whether a value may hold a password and so must not be shown. */
  boolean secret() {
    return this == DB_URL || this == SMS_URL;
  }

  static Optional<Setting> findByVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }

  static Optional<Setting> findByKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }
}
