package io.dispatch120.locator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
  private final ClientAddresses addresses =
      new ClientAddresses(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.5||cb007105",
        "203.0.113.5|198.51.100.1|cb007105",
        "10.1.2.3|198.51.100.1|c6336401",
        "10.1.2.3|198.51.100.1, 203.0.113.5|cb007105",
        "10.1.2.3|198.51.100.1, 10.9.9.9|c6336401",
        "192.0.2.7|198.51.100.1,192.0.2.7, 10.0.0.1|c6336401",
        "192.0.2.8|198.51.100.1|c0000208",
        "10.1.2.3||0a010203",
        "10.1.2.3|nonsense|0a010203",
        "10.1.2.3|198.51.100.1, nonsense|0a010203",
        "10.1.2.3|localhost|0a010203",
        "fd00::1|2001:db8:1:2:3:4:5:6|20010db800010002",
        "2001:db8:1:2:ffff::1||20010db800010002",
      })
  void believesForwardedAddressesAsFarAsProxiesAreTrusted(
      String peer, String forwardedFor, String client) {
    assertThat(addresses.of(peer, forwardedFor == null ? List.of() : List.of(forwardedFor)))
        .isEqualTo(client);
  }

  @Test
  void readsSeveralHeadersAsOneList() {
    assertThat(addresses.of("10.1.2.3", List.of("198.51.100.1", "203.0.113.5")))
        .isEqualTo("cb007105");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "/8"})
  void refusesTrustedProxyThatIsNoNetwork(String text) {
    assertThatThrownBy(() -> new ClientAddresses(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
