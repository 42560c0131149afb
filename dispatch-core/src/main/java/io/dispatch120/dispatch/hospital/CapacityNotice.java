package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.HospitalId;
import java.time.Instant;

/**
 * A hospital asks to be spared (接诊受限). It stands until {@code until}, and nothing happens then:
 * whoever shows or counts it looks at the time.
 *
 * @param postedBy user name
 */
public record CapacityNotice(
    HospitalId hospitalId, String reason, Instant postedAt, String postedBy, Instant until) {

  public boolean stands(Instant now) {
    return now.isBefore(until);
  }
}
