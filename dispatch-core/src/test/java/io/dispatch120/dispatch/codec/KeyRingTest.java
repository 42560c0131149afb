package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private final KeyRing ring = KeyRing.random();

  @Test
  void derivesTheSameTokenOfALinkAgainAndAnotherOfAnotherRing() {
    LocatorTokens again = KeyRing.parse(ring.text()).locatorTokens();
    String token = ring.locatorTokens().token("link-1");

    assertThat(token).matches("[A-Za-z0-9_-]{32}").isEqualTo(again.token("link-1"));
    assertThat(token).isNotEqualTo(ring.locatorTokens().token("link-2"));
    assertThat(token).isNotEqualTo(KeyRing.random().locatorTokens().token("link-1"));
    assertThat(LocatorTokens.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800001234", "138 0000 1234", "+86 138-0000-1234", "008613800001234"})
  void hashesANumberTheSameHoweverItIsWritten(String phone) {
    assertThat(ring.phoneHash(new Personal(phone)))
        .isEqualTo(ring.phoneHash(new Personal("13800001234")))
        .isNotEqualTo(KeyRing.random().phoneHash(new Personal(phone)));
  }

  @Test
  void opensAnIncidentsKeyForThatIncidentOnly() {
    CenterId center = new CenterId("xiangjiang");
    DataKey key = DataKey.random();
    String wrapped = ring.wrap(center, new IncidentId("i-1"), key);

    assertThat(ring.unwrap(center, new IncidentId("i-1"), wrapped).open(key.seal("text")))
        .isEqualTo("text");
    assertThatThrownBy(() -> ring.unwrap(center, new IncidentId("i-2"), wrapped))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> KeyRing.random().unwrap(center, new IncidentId("i-1"), wrapped))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsRingsApartWithoutShowingTheKey() {
    assertThat(ring.check()).isEqualTo(KeyRing.parse(ring.text()).check());
    assertThat(ring.check()).isNotEqualTo(KeyRing.random().check()).isNotEqualTo(ring.text());
  }

  @Test
  void refusesKeysOfAnotherLength() {
    assertThatThrownBy(() -> KeyRing.parse("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
