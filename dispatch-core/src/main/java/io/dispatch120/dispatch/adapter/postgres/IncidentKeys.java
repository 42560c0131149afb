package io.dispatch120.dispatch.adapter.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.codec.DataKey;
import io.dispatch120.dispatch.codec.KeyRing;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The keys of incidents, unwrapped and kept for a while. A key that was destroyed is forgotten by
 * every node within {@link #KEPT}. Thread-safe.
 */
final class IncidentKeys {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 20_000;

  private record Owner(CenterId center, IncidentId incident) {}

  private final PostgresPool pool;
  private final KeyRing ring;
  private final Cache<Owner, DataKey> keys =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  IncidentKeys(PostgresPool pool, KeyRing ring) {
    this.pool = pool;
    this.ring = ring;
  }

  KeyRing ring() {
    return ring;
  }

  DataKey unwrap(CenterId center, IncidentId incident, String wrapped) {
    return keys.get(new Owner(center, incident), owner -> ring.unwrap(center, incident, wrapped));
  }

  /** Keeps the key of an incident that has just been stored. */
  void keep(CenterId center, IncidentId incident, DataKey key) {
    keys.put(new Owner(center, incident), key);
  }

  /** The keys of those incidents that have one; asks PostgreSQL only for unknown ones. */
  Future<Map<IncidentId, DataKey>> find(CenterId center, Collection<IncidentId> incidents) {
    Map<IncidentId, DataKey> found = new HashMap<>();
    Set<String> missing = new HashSet<>();
    for (IncidentId incident : incidents) {
      DataKey key = keys.getIfPresent(new Owner(center, incident));
      if (key == null) {
        missing.add(incident.value());
      } else {
        found.put(incident, key);
      }
    }
    if (missing.isEmpty()) {
      return Future.succeededFuture(found);
    }
    return pool.read(
            "select incident_id, wrapped from incident_key"
                + " where center = $1 and incident_id = any($2)",
            Tuple.of(center.value()).addArrayOfString(missing.toArray(String[]::new)))
        .map(
            rows -> {
              for (Row row : rows) {
                IncidentId incident = new IncidentId(row.getString("incident_id"));
                found.put(incident, unwrap(center, incident, row.getString("wrapped")));
              }
              return found;
            });
  }
}
