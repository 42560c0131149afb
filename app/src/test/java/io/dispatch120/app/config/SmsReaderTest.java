package io.dispatch120.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsReaderTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void good() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "c2VjcmV0IG9mIHNvbWUgbGVuZ3Ro\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    environment.put("DISPATCH120_SMS", "http");
    environment.put("DISPATCH120_SMS_URL", "https://sms.example.cn/send?key=k1");
    environment.put("DISPATCH120_SMS_SECRET_FILE", "secret");
    environment.put("DISPATCH120_PUBLIC_URL", "https://120.example.cn");
  }

  private Configuration read() {
    return new ConfigurationReader(environment, null, folder).read(Mode.SERVE, List.of());
  }

  @Test
  void readsAGateway() throws IOException {
    SmsGateway gateway = read().sms().orElseThrow();
    assertThat(gateway.url()).hasToString("https://sms.example.cn/send?key=k1");
    assertThat(gateway.secret()).isEqualTo("c2VjcmV0IG9mIHNvbWUgbGVuZ3Ro");
    assertThat(gateway.template()).contains("${to}");
    assertThat(read().toString()).doesNotContain("k1", "c2Vj");
    Files.writeString(folder.resolve("body.json"), "{\"m\":\"${to} ${text}\"}");
    environment.put("DISPATCH120_SMS_TEMPLATE", "body.json");
    assertThat(read().sms().orElseThrow().template()).startsWith("{\"m\"");
  }

  @Test
  void withoutASettingTheLogIsTheWay() {
    environment.keySet().removeIf(key -> key.startsWith("DISPATCH120_SMS"));
    assertThat(read().sms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DISPATCH120_SMS, pigeon, DISPATCH120_SMS",
    "DISPATCH120_SMS, log, DISPATCH120_SMS_URL",
    "DISPATCH120_SMS_URL, '', DISPATCH120_SMS_URL",
    "DISPATCH120_SMS_URL, http://sms.example.cn/?key=k1, DISPATCH120_SMS_URL",
    "DISPATCH120_SMS_URL, https://user:k1@sms.example.cn/, DISPATCH120_SMS_URL",
    "DISPATCH120_SMS_SECRET_FILE, nowhere, DISPATCH120_SMS_SECRET_FILE",
    "DISPATCH120_SMS_TEMPLATE, nowhere, DISPATCH120_SMS_TEMPLATE",
    "DISPATCH120_PUBLIC_URL, '', DISPATCH120_PUBLIC_URL",
  })
  void refusesWhatCannotWorkAndNamesTheKey(String variable, String value, String named) {
    environment.put(variable, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(named)
        .message()
        .doesNotContain("k1");
  }

  @Test
  void refusesASecretThatOthersMayRead() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("secret"), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.line()).contains("mode 600"));
  }

  @Test
  void refusesASecretThatIsNone() throws IOException {
    Files.writeString(folder.resolve("secret"), "short");
    assertThatThrownBy(this::read).isInstanceOf(StartFailure.class);
  }
}
