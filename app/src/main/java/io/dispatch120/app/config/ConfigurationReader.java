package io.dispatch120.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the operator wrote into a {@link Configuration}, or into a {@link StartFailure} that
 * names the key, the value and what is allowed.
 *
 * <p>Reads the environment, the configuration file and the named files, nothing else: no name
 * server is asked. Not thread-safe; use one per start.
 */
public final class ConfigurationReader {
  private static final int HTTP_PORT = 8120;
  private static final int EDGE_PORT = 8121;
  private static final int MANAGEMENT_PORT = 8122;
  private static final int JTT808_PORT = 8123;
  private static final double LARGEST_TIMER_SCALE = 100;
  private static final String PORT_FORM = "a port from 1 to 65535, or 0 for any free one";

  private final SettingsSource source;
  private final Path workingDirectory;

  /**
   * @param environment of the process
   * @param file given by {@code --config}; {@code null} = {@code dispatch120.yaml} if it is there
   * @param workingDirectory what relative paths start from
   */
  public ConfigurationReader(
      Map<String, String> environment, @Nullable Path file, Path workingDirectory) {
    this.workingDirectory = workingDirectory;
    this.source =
        SettingsSource.read(
            environment, file == null ? null : workingDirectory.resolve(file), workingDirectory);
  }

  /** Only where the data is, for the tools that work beside a node of whatever mode. */
  public StorageConfiguration readStorage() {
    return new StorageConfiguration(
        path(Setting.DATA_DIR)
            .orElse(workingDirectory.resolve("data"))
            .toAbsolutePath()
            .normalize(),
        parse(
            Setting.DB_URL,
            DatabaseUrl::find,
            DatabaseUrl.FORM + " (special characters in the password percent-encoded)"));
  }

  /**
   * @param localAddresses the addresses of this machine's interfaces, in which the cluster's own
   *     member is looked for
   */
  public Configuration read(Mode mode, List<InetAddress> localAddresses) {
    demoOnly(mode, Setting.SIMULATE);
    demoOnly(mode, Setting.TIMER_SCALE);
    OptionalInt http = OptionalInt.of(port(Setting.HTTP_PORT, HTTP_PORT));
    OptionalInt edge = OptionalInt.of(port(Setting.EDGE_PORT, EDGE_PORT));
    OptionalInt management = OptionalInt.of(port(Setting.MANAGEMENT_PORT, MANAGEMENT_PORT));
    OptionalInt jtt808 = jtt808Port();
    Optional<ClusterConfiguration> cluster =
        new ClusterReader(source, localAddresses).read(mode == Mode.DEMO);
    Map<Setting, OptionalInt> ports = new LinkedHashMap<>();
    ports.put(Setting.HTTP_PORT, http);
    ports.put(Setting.EDGE_PORT, edge);
    ports.put(Setting.MANAGEMENT_PORT, management);
    ports.put(Setting.JTT808_PORT, jtt808);
    cluster.ifPresent(
        c -> {
          ports.put(Setting.CLUSTER_PORT, OptionalInt.of(c.memberPort()));
          ports.put(Setting.CLUSTER_BUS_PORT, OptionalInt.of(c.busPort()));
        });
    refuseEqualPorts(ports);
    return new Configuration(
        mode,
        bind(mode),
        http.getAsInt(),
        edge.getAsInt(),
        management.getAsInt(),
        jtt808,
        readStorage(),
        cluster,
        parse(
            Setting.PUBLIC_URL,
            ConfigurationReader::findBaseUrl,
            "an address that phones can open, such as https://120.example.org"),
        new TlsReader(source, workingDirectory).read(),
        trustedProxies(),
        existing(Setting.MAP),
        existing(Setting.ROAD_SPEEDS),
        existing(Setting.HOLIDAYS),
        parse(Setting.SIMULATE, ConfigurationReader::findSwitch, "on, off")
            .orElse(mode == Mode.DEMO),
        parse(
                Setting.TIMER_SCALE,
                ConfigurationReader::findScale,
                "a number above 0 and at most 100, such as 0.1")
            .orElse(1.0),
        parse(
            Setting.NODE_ID,
            text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")),
            "1 to 63 letters, digits, dots, dashes and underscores, the first a letter or digit"),
        masterKeyFile(),
        new SmsReader(source, workingDirectory).read());
  }

  private void demoOnly(Mode mode, Setting setting) {
    source
        .find(setting)
        .filter(value -> mode != Mode.DEMO)
        .ifPresent(
            value -> {
              throw new StartFailure(
                  value.name() + " is for the demo only",
                  "Remove it, or start the demo: ./dispatch120 demo.");
            });
  }

  private int port(Setting setting, int usual) {
    return parse(setting, text -> findPort(text, 0), PORT_FORM).orElse(usual);
  }

  private OptionalInt jtt808Port() {
    if (source.find(Setting.JTT808_PORT).filter(v -> v.text().equals("off")).isPresent()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        parse(Setting.JTT808_PORT, text -> findPort(text, 0), PORT_FORM + ", or off")
            .orElse(JTT808_PORT));
  }

  private void refuseEqualPorts(Map<Setting, OptionalInt> ports) {
    Map<Integer, Setting> taken = new LinkedHashMap<>();
    ports.forEach(
        (setting, port) -> {
          if (port.isEmpty() || port.getAsInt() == 0) {
            return;
          }
          Setting first = taken.putIfAbsent(port.getAsInt(), setting);
          if (first != null) {
            throw new StartFailure(
                first.variable() + " and " + setting.variable() + " are both " + port.getAsInt(),
                "Give each its own port, or 0 for any free one.");
          }
        });
  }

  private String bind(Mode mode) {
    return parse(
            Setting.BIND,
            text ->
                Optional.of(text)
                    .filter(t -> t.equals("localhost") || IpAddress.find(t).isPresent()),
            "an IP address of this machine, 0.0.0.0 for all, or localhost")
        .orElse(mode == Mode.DEMO ? "127.0.0.1" : "0.0.0.0");
  }

  private List<AddressRange> trustedProxies() {
    return source
        .find(Setting.TRUSTED_PROXIES)
        .filter(value -> !value.text().equals("none"))
        .map(
            value ->
                Arrays.stream(value.text().split(",", -1))
                    .map(String::strip)
                    .map(
                        text ->
                            AddressRange.find(text)
                                .orElseThrow(
                                    () ->
                                        value.bad(
                                            "none, or addresses and networks separated by commas,"
                                                + " such as 10.0.0.7,10.1.0.0/16")))
                    .toList())
        .orElse(List.of());
  }

  private Optional<Path> masterKeyFile() {
    Optional<Path> file = existing(Setting.MASTER_KEY_FILE);
    file.filter(f -> !Files.isRegularFile(f))
        .ifPresent(
            f -> {
              throw source.find(Setting.MASTER_KEY_FILE).orElseThrow().bad("a file with the key");
            });
    return file;
  }

  private Optional<Path> existing(Setting setting) {
    Optional<Path> path = path(setting);
    path.filter(p -> !Files.isReadable(p))
        .ifPresent(
            p -> {
              throw source
                  .find(setting)
                  .orElseThrow()
                  .bad("a file or folder that exists and that this user may read");
            });
    return path;
  }

  private Optional<Path> path(Setting setting) {
    return source.find(setting).map(value -> resolve(value, workingDirectory));
  }

  static Path resolve(SettingValue value, Path workingDirectory) {
    try {
      return workingDirectory.resolve(value.text());
    } catch (java.nio.file.InvalidPathException e) {
      throw value.bad("a path");
    }
  }

  private <T> Optional<T> parse(
      Setting setting, Function<String, Optional<T>> find, String allowed) {
    return source
        .find(setting)
        .map(value -> find.apply(value.text()).orElseThrow(() -> value.bad(allowed)));
  }

  static Optional<Integer> findPort(String text, int smallest) {
    if (!text.matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text)).filter(p -> p >= smallest && p <= 65535);
  }

  private static Optional<Boolean> findSwitch(String text) {
    return switch (text) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> findScale(String text) {
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(text)).filter(s -> s > 0 && s <= LARGEST_TIMER_SCALE);
  }

  private static Optional<URI> findBaseUrl(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getPort() <= 65535;
      return Optional.of(uri).filter(u -> web && plain);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
