package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticePosted;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last notice of every hospital that posted one and did not lift it, ended or not: at most one
 * for each. Immutable; a change copies the references.
 */
public record CapacityNotices(Map<String, CapacityNotice> byHospital) {
  /** Unless it says otherwise: half a shift would be forgotten, a case takes less. */
  public static final Duration USUAL = Duration.ofHours(2);

  /** Longer is no notice but another catalogue. */
  public static final Duration LONGEST = Duration.ofHours(24);

  public static final CapacityNotices NONE = new CapacityNotices(Map.of());

  public CapacityNotices {
    byHospital = Map.copyOf(byHospital);
  }

  public Optional<CapacityNotice> find(HospitalId hospital, Instant now) {
    return Optional.ofNullable(byHospital.get(hospital.value()))
        .filter(notice -> notice.stands(now));
  }

  /** Those that have not ended, by hospital. */
  public List<CapacityNotice> listStanding(Instant now) {
    return byHospital.values().stream()
        .filter(notice -> notice.stands(now))
        .sorted(Comparator.comparing(notice -> notice.hospitalId().value()))
        .toList();
  }

  /** The state after an event. What has ended by then is forgotten. */
  public CapacityNotices with(HospitalEvent event, Stamp stamp) {
    Map<String, CapacityNotice> after = new TreeMap<>(byHospital);
    after.values().removeIf(notice -> !notice.stands(stamp.recordedAt()));
    after.remove(event.hospitalId().value());
    if (event instanceof CapacityNoticePosted posted) {
      after.put(
          posted.hospitalId().value(),
          new CapacityNotice(
              posted.hospitalId(),
              posted.reason(),
              stamp.at(),
              stamp.actor().name(),
              posted.until()));
    }
    return new CapacityNotices(after);
  }
}
