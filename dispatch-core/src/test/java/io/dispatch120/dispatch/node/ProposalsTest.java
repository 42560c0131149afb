package io.dispatch120.dispatch.node;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.stream.RecordingSink;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalsTest {
  private final QuietCenter center = new QuietCenter();
  private final RecordingSink sink = new RecordingSink();

  @BeforeEach
  void open() {
    SessionUser dispatcher = new SessionUser("li", Role.DISPATCHER, CENTER, null, null, null);
    center.node.open(dispatcher, OptionalLong.empty(), sink);
    center.settle();
  }

  private List<String> proposedFor() {
    List<String> incidents =
        sink.of("recommendation").stream().map(f -> f.getString("incidentId")).toList();
    sink.frames.clear();
    return incidents;
  }

  @Test
  void proposesOnceForEachBurstOfEventsWhileAnIncidentWaits() {
    IncidentId incident = center.opened();

    JsonObject proposal = sink.last("recommendation").getJsonObject("recommendation");
    assertThat(proposal.getJsonArray("units").getJsonObject(0).getString("unitId"))
        .isEqualTo(unit(1).value());
    assertThat(proposedFor()).containsExactly(incident.value());
  }

  @Test
  void proposesAnewForTheOthersWhenAUnitIsSent() {
    IncidentId first = center.opened();
    IncidentId second = center.opened();
    proposedFor();

    center.does(assign(first, 1));

    assertThat(proposedFor()).containsExactly(second.value());
    center.time.pass(Duration.ofSeconds(5));
    assertThat(proposedFor()).as("units move").containsExactly(second.value());
  }
}
