package io.dispatch120.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of all ports share: a fresh centre with twelve units for each test. */
public abstract class StorageContract {
  protected final CenterId center = new CenterId("c-" + UUID.randomUUID());
  protected final IncidentId incident = new IncidentId(UUID.randomUUID().toString());
  protected final IncidentId other = new IncidentId(UUID.randomUUID().toString());

  protected abstract StoragePorts ports();

  @BeforeEach
  void seed() {
    assertThat(await(ports().catalogues().seed(Scenario.catalogue(center, 12)))).isTrue();
  }

  protected List<AppendOutcome> append(AppendCommand... commands) {
    return await(ports().journal().append(center, List.of(commands)));
  }

  protected Committed commit(AppendCommand command) {
    AppendOutcome outcome = append(command).get(0);
    assertThat(outcome).isInstanceOf(Committed.class);
    return (Committed) outcome;
  }

  protected List<JournalEntry> entries() {
    return await(ports().journal().read(center, 0, 10_000));
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
