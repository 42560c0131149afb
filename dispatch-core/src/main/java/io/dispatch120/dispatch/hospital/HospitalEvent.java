package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.HospitalId;
import java.time.Instant;

/** Facts that a hospital says of itself. They belong to no incident and hold nothing personal. */
public sealed interface HospitalEvent extends DispatchEvent {
  HospitalId hospitalId();

  /** It asks to be spared until then; advice only. Replaces what it said before. */
  record CapacityNoticePosted(HospitalId hospitalId, String reason, Instant until)
      implements HospitalEvent {
    @Override
    public String type() {
      return "capacity_notice_posted";
    }
  }

  /** Somebody ended the notice. One that ends by itself leaves no entry. */
  record CapacityNoticeLifted(HospitalId hospitalId) implements HospitalEvent {
    @Override
    public String type() {
      return "capacity_notice_lifted";
    }
  }
}
