package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.vertx.core.Future;
import java.util.List;

/** Deadlines that ran out, by database time. Rows come and go only by {@link Journal#append}. */
public interface TimerStore {

  /** At most {@code limit}, the longest overdue first. */
  Future<List<Due>> listDue(CenterId center, int limit);

  record Due(IncidentId incidentId, String timerId, int generation) {}
}
