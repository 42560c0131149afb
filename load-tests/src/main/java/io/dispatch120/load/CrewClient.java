package io.dispatch120.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A crew's device on the public edge. Blocking, for one thread. */
public final class CrewClient {
  private static final String PASSWORD = "demo-crew";

  private final Wire wire;
  private final List<Integer> edgePorts;
  private final DispatcherClient edge;

  private CrewClient(Wire wire, List<Integer> edgePorts, DispatcherClient edge) {
    this.wire = wire;
    this.edgePorts = List.copyOf(edgePorts);
    this.edge = edge;
  }

  /** Signs in as the crew of a demo unit such as {@code A01}. */
  public static CrewClient signIn(Wire wire, List<Integer> edgePorts, String unitId) {
    return new CrewClient(
        wire,
        edgePorts,
        DispatcherClient.signIn(wire, edgePorts, unitId.toLowerCase(Locale.ROOT), PASSWORD));
  }

  /** Opens its socket, which stays open over losses of connection until it is closed. */
  public SocketRecorder connect() {
    return SocketRecorder.ofCrew(wire, edgePorts, edge.token());
  }

  public Answer assignment() {
    return edge.get("/crew/assignment");
  }

  public Answer milestone(String assignmentId, String milestone) {
    return edge.post(
        "/crew/assignments/" + assignmentId + "/milestones", Map.of("milestone", milestone));
  }
}
