package io.dispatch120.app.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dispatch120.app.config.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code runtime.json}: what a running node tells the tools that run beside it. */
final class RuntimeFile {
  static final String NAME = "runtime.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private RuntimeFile() {}

  /**
   * What the file says.
   *
   * @param pid the node's process
   * @param database empty when the node uses a database that is not its own
   */
  record RunningNodeFacts(long pid, Optional<DatabaseUrl> database) {}

  static String toJson(long pid, Optional<DatabaseUrl> database) {
    ObjectNode json = JSON.createObjectNode().put("pid", pid);
    database.ifPresent(
        url ->
            json.putObject("database")
                .put("host", url.host())
                .put("port", url.port())
                .put("user", url.user())
                .put("password", url.password())
                .put("database", url.database()));
    return json + "\n";
  }

  /** Empty when no node has published itself there. */
  static Optional<RunningNodeFacts> find(Path directory) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(Files.readString(directory.resolve(NAME)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    JsonNode url = json.path("database");
    return Optional.of(
        new RunningNodeFacts(
            json.path("pid").asLong(),
            url.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                    new DatabaseUrl(
                        url.path("host").asText(),
                        url.path("port").asInt(),
                        url.path("user").asText(),
                        url.path("password").asText(),
                        url.path("database").asText()))));
  }
}
