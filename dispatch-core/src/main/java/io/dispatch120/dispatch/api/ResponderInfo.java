package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certified volunteer (急救志愿者). Kept apart from the catalogue: nobody but who alerts them reads
 * it.
 *
 * @param position where they mostly are, on purpose no finer than some hundred metres
 * @param skills as the list has them
 * @param certifiedUntil last day the certificate holds, null when not known, as yyyy-mm-dd
 * @param consent whether they have agreed to be alerted; without a word, not
 * @param radiusMeters how far they are ready to go, null for the centre's default
 * @param source the list they came from
 */
public record ResponderInfo(
    String id,
    @Nullable Personal name,
    @Nullable Personal phone,
    LngLat position,
    List<String> skills,
    @Nullable String certifiedUntil,
    boolean consent,
    @Nullable Integer radiusMeters,
    String source) {

  public ResponderInfo {
    skills = List.copyOf(skills);
    if (certifiedUntil != null) {
      LocalDate.parse(certifiedUntil);
    }
  }
}
