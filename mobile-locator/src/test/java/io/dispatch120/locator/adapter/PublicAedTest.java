package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.locator.adapter.Edge.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicAedTest {
  @Test
  void findsDefibrillatorsWithoutPhoneNumbers() {
    try (Edge edge = new Edge()) {
      Answer answer = edge.send("GET", "/api/v1/public/aeds?near=113.5,28.2&datum=bd09", "");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(edge.core.searches).containsExactly(new LngLat(112.5, 28.2));
      JsonObject aed = answer.json().getJsonArray("items").getJsonObject(0);
      assertThat(aed.getString("id")).isEqualTo("aed-1");
      assertThat(aed.getString("custodian")).isEqualTo("前台");
      assertThat(aed.containsKey("custodianPhone")).isFalse();
      assertThat(answer.http().body()).doesNotContain("13900005678");
      assertThat(aed.containsKey("openNow")).isTrue();
      assertThat(aed.getValue("openNow")).as("not known").isNull();
    }
  }

  @Test
  void limitsSearchesByAddress() {
    try (Edge edge = new Edge(List.of("127.0.0.1"))) {
      String path = "/api/v1/public/aeds?near=112.9,28.2";
      Answer answer = edge.send("GET", path, "", "X-Forwarded-For", "203.0.113.5");
      for (int i = 0; i < 100 && answer.status() == 200; i++) {
        answer = edge.send("GET", path, "", "X-Forwarded-For", "203.0.113.5");
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(edge.send("GET", path, "", "X-Forwarded-For", "203.0.113.6").status())
          .isEqualTo(200);
    }
  }
}
