package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.JournalContract;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.geo.api.LngLat;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The product under the role that {@code db/roles.sql} grants: it adds, and can not change. */
class RestrictedRoleTest {
  @Test
  void worksWithARoleThatCanNotChangeTheJournal() throws IOException {
    TestDatabase database = TestDatabase.migrated();
    database.execute("create role app_role login password 'app'");
    database.execute(script().replace(":\"role\"", "app_role"));
    PostgresConfig owner = database.config();
    PostgresConfig config =
        new PostgresConfig(owner.host(), owner.port(), "app_role", "app", owner.database());
    PostgresPool pool = PostgresPool.open(database.vertx(), config, 2);
    PostgresStorage storage = new PostgresStorage(pool, database.keys());
    CenterId center = new CenterId("center");

    assertThat(PostgresMigrations.migrate(config, "demo", null).keys().check())
        .isEqualTo(database.keys().check());
    JournalContract.await(storage.catalogues().seed(Scenario.catalogue(center, 1)));
    assertThat(
            JournalContract.await(
                storage
                    .journal()
                    .append(center, List.of(Scenario.receiveCall(center, new IncidentId("i"))))))
        .allMatch(o -> o instanceof Committed);
    JournalContract.await(
        storage
            .tracks()
            .record(
                center,
                List.of(
                    new UnitPosition(
                        Scenario.unit(1), new LngLat(112, 28), Instant.now(), null, null, null))));
    for (String change :
        List.of(
            "update journal set data = '{}'",
            "delete from journal",
            "truncate journal",
            "alter table journal disable trigger all")) {
      assertThatThrownBy(() -> JournalContract.await(pool.change(change, Tuple.tuple())))
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
    database.close();
  }

  private static String script() throws IOException {
    try (InputStream in = RestrictedRoleTest.class.getResourceAsStream("/db/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
