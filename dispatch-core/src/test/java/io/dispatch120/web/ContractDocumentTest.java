package io.dispatch120.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dispatch120.dispatch.adapter.http.ConsoleApi;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.OpenAPIVersion;
import io.vertx.openapi.contract.Operation;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {
  /** An independent reader checks the document against the meta-schema of OpenAPI 3.1. */
  @Test
  void isAValidOpenApiDocument() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      OpenAPIContract contract =
          OpenAPIContract.from(vertx, asItReads())
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
      assertThat(contract.getVersion()).isEqualTo(OpenAPIVersion.V3_1);
      assertThat(contract.operations().stream().map(Operation::getOperationId))
          .containsExactlyInAnyOrderElementsOf(Contract.load(ConsoleApi.CONTRACT).operationIds());
    } finally {
      vertx.close();
    }
  }

  /**
   * That reader knows neither a server relative to the document nor problem answers nor bodies of
   * any type, all of which OpenAPI allows.
   */
  private static JsonObject asItReads() throws Exception {
    Object document = new YAMLMapper().readTree(Contract.load(ConsoleApi.CONTRACT).text());
    return new JsonObject(
        document
            .toString()
            .replace("\"url\":\"/api/v1\"", "\"url\":\"https://120.test/api/v1\"")
            .replace(Problem.CONTENT_TYPE, "application/json")
            .replace("text/csv", "text/plain")
            .replace("image/jpeg", "application/octet-stream")
            .replace("image/png", "application/octet-stream")
            .replace("application/pdf", "application/octet-stream")
            .replace("application/geo+json", "application/octet-stream"));
  }

  @Test
  void closesEveryObjectOfARequest() {
    for (ContractCheck.Op op : new ContractCheck(ConsoleApi.CONTRACT).operations()) {
      op.body()
          .ifPresent(
              body ->
                  assertThat(body.path("additionalProperties").asBoolean(true))
                      .as(op.id())
                      .isFalse());
    }
  }

  /** A generous bound: the library's validator needs some 80 µs, ours a few. */
  @Test
  void validatesACallInMicroseconds() {
    ContractCheck contract = new ContractCheck(ConsoleApi.CONTRACT);
    Schema schema = contract.requestSchema("receiveCall");
    io.vertx.core.buffer.Buffer body =
        new JsonObject()
            .put("phone", "13800001234")
            .put("callerName", "李")
            .put("address", "麓谷街道")
            .put("complaint", "chest_pain")
            .put(
                "location",
                new JsonObject().put("lng", 112.9).put("lat", 28.2).put("source", "link"))
            .toBuffer();
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long begin = System.nanoTime();
      for (int i = 0; i < 2_000; i++) {
        Findings findings = new Findings();
        schema.check(JsonBody.parse(body), "", findings);
        assert findings.size() == 0;
      }
      best = Math.min(best, (System.nanoTime() - begin) / 1_000.0 / 2_000);
    }
    assertThat(best).as("microseconds to parse and validate a call").isLessThan(100);
  }
}
