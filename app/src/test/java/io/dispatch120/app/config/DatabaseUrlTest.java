package io.dispatch120.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void decodesEveryPartAndFillsTheUsualPort() {
    assertThat(DatabaseUrl.find("postgres://%E4%B8%80:a%2Fb+c@db.example.org/d%20e"))
        .contains(new DatabaseUrl("db.example.org", 5432, "一", "a/b+c", "d e"));
  }

  @Test
  void readsAPasswordThatWasNotEncoded() {
    assertThat(DatabaseUrl.find("postgresql://u:p@s:s/w@h:1/d"))
        .contains(new DatabaseUrl("h", 1, "u", "p@s:s/w", "d"));
  }

  @Test
  void hidesThePasswordAndKeepsItOutOfTheJdbcUrl() {
    DatabaseUrl url = new DatabaseUrl("::1", 5432, "u", "geheim", "d e");
    assertThat(url).hasToString("postgresql://u:****@::1:5432/d e");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/d%20e");
  }
}
