package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.OfHospital;
import io.dispatch120.dispatch.api.Command.PostCapacityNotice;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticeLifted;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticePosted;
import io.dispatch120.dispatch.incident.Decision.Draft;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What hospitals say of themselves. A notice replaces the one before and lifting one that is gone
 * changes nothing, so these decisions look at no state and can not conflict.
 */
final class HospitalDecisions {
  private HospitalDecisions() {}

  static Decision decide(OfHospital command, Moment moment) {
    return command instanceof PostCapacityNotice post
        ? post(post, moment)
        : accepted(moment, new CapacityNoticeLifted(command.hospitalId()));
  }

  private static Decision post(PostCapacityNotice command, Moment moment) {
    Instant now = moment.now();
    Instant said = command.until() == null ? now.plus(CapacityNotices.USUAL) : command.until();
    // As exactly as the journal keeps it, so that every node ends it at the same moment.
    Instant until = said.truncatedTo(ChronoUnit.MICROS);
    if (!until.isAfter(now)) {
      return Decision.refused(RefusalCode.INVALID_VALUE, "until is over already");
    }
    if (until.isAfter(now.plus(CapacityNotices.LONGEST))) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE,
          "until is more than "
              + CapacityNotices.LONGEST.toHours()
              + " hours away: post the notice again tomorrow, or change the hospital's services");
    }
    return accepted(
        moment, new CapacityNoticePosted(command.hospitalId(), command.reason(), until));
  }

  private static Decision accepted(Moment moment, HospitalEvent event) {
    return Decision.accepted(List.of(new Draft(null, moment.now(), event)));
  }
}
