package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hospital as it is at a moment.
 *
 * @param capacityNotice it asks to be spared; null once that has ended
 * @param problems codes: {@code no_contacts}, {@code no_reachable_contact}, {@code no_pci_median}
 */
public record HospitalView(
    HospitalId id,
    String name,
    LngLat position,
    @Nullable String accreditation,
    @Nullable Integer medianArrivalToWireMinutes,
    List<ServiceView> capabilities,
    @Nullable NoticeView capacityNotice,
    List<LevelView> ladder,
    List<String> problems) {

  /**
   * @param hours OSM opening hours; null for always
   * @param state at the moment of the view
   */
  public record ServiceView(String name, @Nullable String hours, State state) {}

  /**
   * @param postedBy user name
   * @param until when it ends by itself, without an event
   */
  public record NoticeView(String reason, Instant postedAt, String postedBy, Instant until) {}

  /** A hospital that asks to be spared, as the board shows it. */
  public record Limited(HospitalId id, NoticeView capacityNotice) {}

  /**
   * @param onCall who stands behind the level now; null when the roster does not say
   */
  public record LevelView(
      int level,
      String contact,
      String channel,
      @Nullable Personal phone,
      @Nullable OnCallView onCall,
      List<ContactView> together) {}

  public record ContactView(String contact, String channel, @Nullable Personal phone) {}

  public record OnCallView(Personal name, @Nullable Personal phone, Instant until) {}

  /** For another hospital's desk: who is told there, but not by which number. */
  public HospitalView withoutPhones() {
    return new HospitalView(
        id,
        name,
        position,
        accreditation,
        medianArrivalToWireMinutes,
        capabilities,
        capacityNotice,
        ladder.stream()
            .map(
                level ->
                    new LevelView(
                        level.level(),
                        level.contact(),
                        level.channel(),
                        null,
                        null,
                        level.together().stream()
                            .map(c -> new ContactView(c.contact(), c.channel(), null))
                            .toList()))
            .toList(),
        problems);
  }
}
