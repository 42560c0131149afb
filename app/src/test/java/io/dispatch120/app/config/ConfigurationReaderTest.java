package io.dispatch120.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
  @TempDir Path folder;

  @Test
  void hasTheDocumentedDefaults() {
    Configuration serve = read(Mode.SERVE);
    assertThat(serve.httpPort()).isEqualTo(8120);
    assertThat(serve.edgePort()).isEqualTo(8121);
    assertThat(serve.managementPort()).isEqualTo(8122);
    assertThat(serve.jtt808Port()).hasValue(8123);
    assertThat(serve.bind()).isEqualTo("0.0.0.0");
    assertThat(serve.storage().dataDirectory()).isEqualTo(folder.resolve("data"));
    assertThat(serve.storage().databaseUrl()).isEmpty();
    assertThat(serve.cluster()).isEmpty();
    assertThat(serve.publicUrl()).isEmpty();
    assertThat(serve.tls()).isEmpty();
    assertThat(serve.trustedProxies()).isEmpty();
    assertThat(serve.simulate()).isFalse();
    assertThat(serve.timerScale()).isEqualTo(1.0);
    assertThat(serve.plainTextOnNetwork()).isTrue();
    Configuration demo = read(Mode.DEMO);
    assertThat(demo.bind()).isEqualTo("127.0.0.1");
    assertThat(demo.simulate()).isTrue();
    assertThat(demo.plainTextOnNetwork()).isFalse();
  }

  @Test
  void readsEveryVariable() throws Exception {
    Configuration configuration =
        read(
            Mode.DEMO,
            "HTTP_PORT=0",
            "EDGE_PORT=1",
            "MANAGEMENT_PORT=2",
            "JTT808_PORT=off",
            "BIND=::1",
            "DATA_DIR=数据",
            "DB_URL=postgresql://u:p%40ss@[::1]:99/d",
            "CLUSTER=10.0.0.1:5801, 10.0.0.2:5801",
            "CLUSTER_PORT=5801",
            "CLUSTER_BUS_PORT=6000",
            "CLUSTER_HOST=10.0.0.1",
            "PUBLIC_URL=https://120.example.org/",
            "TLS_CERT=" + pem("cert.pem", "-----BEGIN CERTIFICATE-----"),
            "TLS_KEY=" + pem("key.pem", "-----BEGIN PRIVATE KEY-----"),
            "TRUSTED_PROXIES=10.1.0.0/16,fd00::/8",
            "MAP=" + folder,
            "SIMULATE=off",
            "TIMER_SCALE=0.1",
            "NODE_ID=node-1",
            "MASTER_KEY_FILE=" + pem("master", "key"),
            "JAVA_OPTS=-Xmx1g");
    assertThat(configuration.httpPort()).isZero();
    assertThat(configuration.jtt808Port()).isEqualTo(OptionalInt.empty());
    assertThat(configuration.storage().dataDirectory()).isEqualTo(folder.resolve("数据"));
    assertThat(configuration.storage().databaseUrl())
        .contains(new DatabaseUrl("::1", 99, "u", "p@ss", "d"));
    assertThat(configuration.cluster())
        .contains(
            new ClusterConfiguration(
                List.of(new HostPort("10.0.0.1", 5801), new HostPort("10.0.0.2", 5801)),
                "10.0.0.1",
                5801,
                6000));
    assertThat(configuration.publicUrl()).contains(URI.create("https://120.example.org"));
    assertThat(configuration.tls()).isPresent();
    assertThat(configuration.trustedProxies().get(0).contains(InetAddress.getByName("10.1.9.9")))
        .isTrue();
    assertThat(configuration.trustedProxies().get(0).contains(InetAddress.getByName("10.2.0.0")))
        .isFalse();
    assertThat(configuration.map()).contains(folder);
    assertThat(configuration.simulate()).isFalse();
    assertThat(configuration.timerScale()).isEqualTo(0.1);
    assertThat(configuration.nodeId()).contains("node-1");
    assertThat(configuration.toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP_PORT=65536 | DISPATCH120_HTTP_PORT is \"65536\" | port",
        "EDGE_PORT=x | DISPATCH120_EDGE_PORT is \"x\" | port",
        "MANAGEMENT_PORT=-1 | DISPATCH120_MANAGEMENT_PORT is \"-1\" | port",
        "MANAGEMENT_PORT=off | DISPATCH120_MANAGEMENT_PORT is \"off\" | port",
        "JTT808_PORT=on | DISPATCH120_JTT808_PORT is \"on\" | off",
        "EDGE_PORT=8120 | DISPATCH120_HTTP_PORT and DISPATCH120_EDGE_PORT are both 8120 | own port",
        "BIND=example.org | DISPATCH120_BIND is \"example.org\" | IP address",
        "BIND=127.0.0 | DISPATCH120_BIND is \"127.0.0\" | IP address",
        "CLUSTER=10.0.0.1 | DISPATCH120_CLUSTER is \"10.0.0.1\" | host:port",
        "CLUSTER=a:1,,b:2 | DISPATCH120_CLUSTER is | host:port",
        "CLUSTER=a:0 | DISPATCH120_CLUSTER is | host:port",
        "CLUSTER=a:5801,a:5801 | DISPATCH120_CLUSTER is | once",
        "CLUSTER_PORT=0 | DISPATCH120_CLUSTER_PORT is \"0\" | port",
        "CLUSTER_BUS_PORT=x | DISPATCH120_CLUSTER_BUS_PORT is \"x\" | port",
        "CLUSTER_HOST=0.0.0.0 | DISPATCH120_CLUSTER_HOST is \"0.0.0.0\" | one IP address",
        "PUBLIC_URL=120.example.org | DISPATCH120_PUBLIC_URL is | https://",
        "PUBLIC_URL=ftp://x | DISPATCH120_PUBLIC_URL is | https://",
        "PUBLIC_URL=https://x/?a=b | DISPATCH120_PUBLIC_URL is | https://",
        "TLS_CERT=/nowhere | DISPATCH120_TLS_CERT is set but DISPATCH120_TLS_KEY is not | both",
        "TLS_KEY=/nowhere | DISPATCH120_TLS_KEY is set but DISPATCH120_TLS_CERT is not | both",
        "TRUSTED_PROXIES=10.0.0.0/33 | DISPATCH120_TRUSTED_PROXIES is | networks",
        "MAP=/no/such/map | DISPATCH120_MAP is \"/no/such/map\" | exists",
        "MASTER_KEY_FILE=/no/such/key | DISPATCH120_MASTER_KEY_FILE is | may read",
        "SIMULATE=yes | DISPATCH120_SIMULATE is \"yes\" | on, off",
        "TIMER_SCALE=0 | DISPATCH120_TIMER_SCALE is \"0\" | above 0",
        "TIMER_SCALE=NaN | DISPATCH120_TIMER_SCALE is \"NaN\" | above 0",
        "NODE_ID=a b | DISPATCH120_NODE_ID is \"a b\" | letters",
        "HTP_PORT=1 | unknown variable DISPATCH120_HTP_PORT | DISPATCH120_HTTP_PORT",
      })
  void namesKeyValueAndWhatIsAllowed(String setting, String message, String hint) {
    StartFailure failure = failure(Mode.DEMO, setting);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.hint()).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:geheim@h/d",
        "postgresql://u:geheim@h:70000/d",
        "postgresql://u:geheim@h",
        "postgresql://u:geheim%4@h/d",
        "postgresql://u:geheim%zz@h/d",
        "geheim"
      })
  void neverShowsTheDatabasePassword(String url) {
    StartFailure failure = failure(Mode.SERVE, "DB_URL=" + url);
    assertThat(failure.line()).contains("DISPATCH120_DB_URL").doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIMULATE=off", "TIMER_SCALE=0.5"})
  void refusesDemoSettingsOutsideTheDemo(String setting) {
    assertThat(failure(Mode.SERVE, setting)).hasMessageContaining("for the demo only");
  }

  @Test
  void refusesFilesThatAreNoPem() throws Exception {
    String certificate = "TLS_CERT=" + pem("c", "-----BEGIN CERTIFICATE-----");
    assertThat(failure(Mode.SERVE, certificate, "TLS_KEY=" + pem("k", "x")).hint())
        .contains("PEM private key");
    assertThat(
            failure(
                    Mode.SERVE,
                    certificate,
                    "TLS_KEY=" + pem("e", "-----BEGIN ENCRYPTED PRIVATE KEY-----"))
                .hint())
        .contains("without a passphrase");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1:5801,127.0.0.1:5802 | 5802 | 127.0.0.1",
        "10.0.0.9:5801,10.0.0.1:5801 | 5801 | 10.0.0.1",
        "localhost:5801 | 5801 | localhost"
      })
  void findsItsOwnMemberAddressInTheList(String members, int port, String host) {
    Configuration configuration = read(Mode.SERVE, "CLUSTER=" + members, "CLUSTER_PORT=" + port);
    assertThat(configuration.cluster().orElseThrow().host()).isEqualTo(host);
    assertThat(configuration.cluster().orElseThrow().busPort()).isEqualTo(port + 100);
  }

  @Test
  void asksForTheMemberAddressWhenTheListDoesNotShowIt() {
    assertThat(failure(Mode.SERVE, "CLUSTER=10.0.0.8:5801,node-b:5801").hint())
        .contains("DISPATCH120_CLUSTER_HOST");
    assertThat(read(Mode.DEMO, "CLUSTER=node-b:5801").cluster().orElseThrow().host())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void environmentWinsOverTheFile() throws Exception {
    Files.writeString(
        folder.resolve("dispatch120.yaml"),
        """
        # ours
        httpPort: 9000
        jtt808Port: off
        edgePort: 9001
        simulate: on
        trustedProxies: [10.0.0.1, 10.0.0.2]
        bind:
        """);
    Configuration configuration = read(Mode.DEMO, "EDGE_PORT=9002", "HTTP_PORT=");
    assertThat(configuration.httpPort()).isEqualTo(9000);
    assertThat(configuration.edgePort()).isEqualTo(9002);
    assertThat(configuration.jtt808Port()).isEmpty();
    assertThat(configuration.simulate()).isTrue();
    assertThat(configuration.trustedProxies()).hasSize(2);
    assertThat(configuration.bind()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "httpport: 1 | unknown key httpport (dispatch120.yaml line 1)",
        "httpPort: x | httpPort (dispatch120.yaml line 1) is \"x\"",
        "httpPort: {a: 1} | httpPort (dispatch120.yaml line 1) is a map",
        "'httpPort: 1\nhttpPort: 2' | httpPort (dispatch120.yaml line 2) is there twice",
        "- httpPort | not a list of key: value lines",
        "'dbUrl: \"geheim' | not a list of key: value lines",
        "dbUrl: geheim | dbUrl (dispatch120.yaml line 1) has a value that can not be used",
        "'!!javax.script.ScriptEngineManager []' | not a list of key: value lines"
      })
  void complainsAboutTheFileByLine(String yaml, String message) throws Exception {
    Files.writeString(folder.resolve("dispatch120.yaml"), yaml);
    StartFailure failure = failure(Mode.DEMO);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.line()).doesNotContain("geheim");
  }

  @Test
  void refusesANamedFileThatIsMissing() {
    assertThatThrownBy(() -> new ConfigurationReader(Map.of(), Path.of("other.yaml"), folder))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("other.yaml");
  }

  private StartFailure failure(Mode mode, String... settings) {
    return catchThrowableOfType(StartFailure.class, () -> read(mode, settings));
  }

  private Configuration read(Mode mode, String... settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", "/bin");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      environment.put("DISPATCH120_" + parts[0], parts[1]);
    }
    try {
      return new ConfigurationReader(environment, null, folder)
          .read(mode, List.of(InetAddress.getByName("10.0.0.1")));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path pem(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }
}
