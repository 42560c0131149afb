package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The capacity notices of a centre, folded from the journal itself: none lasts longer than {@link
 * CapacityNotices#LONGEST}, so only that much of it is looked at, by an index of these entries
 * alone.
 */
final class NoticeRows {
  /** An hour more than the longest notice: posting and recording are not the same moment. */
  static final String WHERE =
      "where j.type in ('capacity_notice_posted', 'capacity_notice_lifted')"
          + " and j.center = $1 and j.seq <= $2 and j.recorded_at > $3::timestamptz - interval '25 hours'"
          + " order by j.seq";

  private NoticeRows() {}

  static Tuple upTo(CenterId center, Picture picture) {
    return Tuple.of(center.value(), picture.seq(), picture.at().atOffset(ZoneOffset.UTC));
  }

  static CapacityNotices fold(List<JournalEntry> entries) {
    CapacityNotices notices = CapacityNotices.NONE;
    for (JournalEntry entry : entries) {
      notices = notices.with((HospitalEvent) entry.event(), entry.stamp());
    }
    return notices;
  }
}
