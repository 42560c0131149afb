package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.HospitalView;
import io.dispatch120.dispatch.api.HospitalView.ContactView;
import io.dispatch120.dispatch.api.HospitalView.LevelView;
import io.dispatch120.dispatch.api.HospitalView.Limited;
import io.dispatch120.dispatch.api.HospitalView.NoticeView;
import io.dispatch120.dispatch.api.HospitalView.OnCallView;
import io.dispatch120.dispatch.api.HospitalView.ServiceView;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.hospital.CapacityNotice;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.hospital.Ladders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Hospitals as clients see them at a moment. Pure. */
public final class HospitalViews {
  private HospitalViews() {}

  /** By id. */
  public static List<HospitalView> of(
      Catalogue catalogue, HospitalServices services, CapacityNotices notices, Instant now) {
    return catalogue.hospitals().stream()
        .sorted(Comparator.comparing((HospitalInfo hospital) -> hospital.id().value()))
        .map(hospital -> of(hospital, services, notices, now))
        .toList();
  }

  public static HospitalView of(
      HospitalInfo hospital, HospitalServices services, CapacityNotices notices, Instant now) {
    return new HospitalView(
        hospital.id(),
        hospital.name(),
        hospital.position(),
        hospital.accreditation(),
        hospital.medianArrivalToWireMinutes(),
        hospital.capabilities().stream()
            .map(
                c ->
                    new ServiceView(
                        c.name(), c.hours(), services.stateOf(hospital.id(), c.name(), now)))
            .toList(),
        notices.find(hospital.id(), now).map(HospitalViews::notice).orElse(null),
        hospital.ladder().stream()
            .sorted(Comparator.comparingInt(LadderLevel::level))
            .map(level -> level(hospital, level, now))
            .toList(),
        Ladders.problems(hospital, now));
  }

  private static LevelView level(HospitalInfo hospital, LadderLevel level, Instant now) {
    return new LevelView(
        level.level(),
        level.contact(),
        level.channel(),
        Personal.of(level.phone()),
        Ladders.onCall(hospital, level.level(), now)
            .map(
                entry ->
                    new OnCallView(
                        new Personal(entry.name()), Personal.of(entry.phone()), entry.until()))
            .orElse(null),
        level.together().stream()
            .map(c -> new ContactView(c.contact(), c.channel(), Personal.of(c.phone())))
            .toList());
  }

  public static NoticeView notice(CapacityNotice notice) {
    return new NoticeView(notice.reason(), notice.postedAt(), notice.postedBy(), notice.until());
  }

  /** Those that ask to be spared at {@code now}, by id. */
  public static List<Limited> limited(CapacityNotices notices, Instant now) {
    return notices.listStanding(now).stream()
        .map(notice -> new Limited(notice.hospitalId(), notice(notice)))
        .toList();
  }
}
