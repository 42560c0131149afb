package io.dispatch120.dispatch.adapter.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.node.NodeBus;
import io.vertx.core.eventbus.EventBus;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bus on Vert.x's event bus: one address, one consumer a node, small JSON messages. */
public final class VertxNodeBus implements NodeBus {
  private static final Logger LOG = LoggerFactory.getLogger(VertxNodeBus.class);
  private static final String ADDRESS = "dispatch120.nodes";

  private final EventBus bus;
  private final String node;
  private final ObjectMapper json = Json.wire();

  /** One message; exactly one of the parts is set. */
  record Message(
      String node,
      @Nullable CenterId center,
      @Nullable Long committed,
      @Nullable List<UnitPosition> moved,
      @Nullable Set<UnitId> linked,
      @Nullable String sessionRevoked) {}

  /**
   * @param node this node's name, unique among its peers
   */
  public VertxNodeBus(EventBus bus, String node) {
    this.bus = bus;
    this.node = node;
  }

  @Override
  public void committed(CenterId center, long seq) {
    publish(new Message(node, center, seq, null, null, null));
  }

  @Override
  public void moved(CenterId center, List<UnitPosition> positions) {
    publish(new Message(node, center, null, positions, null, null));
  }

  @Override
  public void linked(CenterId center, Set<UnitId> units) {
    publish(new Message(node, center, null, null, units, null));
  }

  @Override
  public void sessionRevoked(String tokenHash) {
    publish(new Message(node, null, null, null, null, tokenHash));
  }

  private void publish(Message message) {
    try {
      bus.publish(ADDRESS, json.writeValueAsString(message));
    } catch (JsonProcessingException bug) {
      throw new UncheckedIOException(bug);
    }
  }

  @Override
  public void listen(Hearer hearer) {
    bus.<String>consumer(ADDRESS, received -> hear(hearer, received.body()));
  }

  private void hear(Hearer hearer, String body) {
    Message message;
    try {
      message = json.readValue(body, Message.class);
    } catch (JsonProcessingException e) {
      // A node of another version, perhaps: nothing of it is needed for correctness.
      LOG.warn("a message of another node cannot be read: {}", e.getOriginalMessage());
      return;
    }
    if (message.node().equals(node)) {
      return;
    }
    if (message.sessionRevoked() != null) {
      hearer.sessionRevoked(message.sessionRevoked());
    } else if (message.center() != null) {
      hearOfCenter(hearer, message, message.center());
    }
  }

  private static void hearOfCenter(Hearer hearer, Message message, CenterId center) {
    if (message.committed() != null) {
      hearer.committed(center, message.committed());
    } else if (message.moved() != null) {
      hearer.moved(center, message.moved());
    } else if (message.linked() != null) {
      hearer.linked(center, message.node(), message.linked());
    }
  }
}
