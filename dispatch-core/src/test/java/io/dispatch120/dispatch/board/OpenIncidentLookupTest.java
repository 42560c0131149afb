package io.dispatch120.dispatch.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OpenIncidentLookupTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  private final OpenIncidentLookup lookup = new OpenIncidentLookup();

  private static IncidentStory at(String id, LngLat place) {
    return IncidentStory.opened(id, NOW).located(place, FixSource.LINK);
  }

  @Property(tries = 200)
  void findsEveryIncidentWithinAKilometre(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -0.05, max = 0.05) Double> offsets,
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double dLng,
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double dLat) {
    OpenIncidentLookup all = new OpenIncidentLookup();
    LngLat here = new LngLat(112.9 + dLng, 28.2 + dLat);
    List<IncidentId> near = new ArrayList<>();
    for (int i = 0; i + 1 < offsets.size(); i += 2) {
      LngLat there = new LngLat(112.9 + offsets.get(i), 28.2 + offsets.get(i + 1));
      Incident incident = at("i" + i, there).incident();
      all.note(incident);
      if (there.distanceMetersTo(here) <= 1_000) {
        near.add(incident.id());
      }
    }
    assertThat(all.find(here, new Personal("none"))).containsAll(near);
  }

  @Test
  void findsByTheLastDigitsOfAPhoneHoweverItIsWritten() {
    lookup.note(IncidentStory.opened("a", NOW).called("+86 138-1234-5678").incident());
    lookup.note(IncidentStory.opened("b", NOW).called("13900000000").incident());
    lookup.note(IncidentStory.opened("withheld", NOW).called("withheld").incident());

    assertThat(lookup.find(null, new Personal("13812345678"))).containsExactly(new IncidentId("a"));
    assertThat(lookup.find(null, new Personal("unknown"))).isEmpty();
  }

  @Test
  void forgetsWhatIsClosedAndFollowsWhatMoves() {
    LngLat west = new LngLat(112.80, 28.20);
    LngLat east = new LngLat(113.10, 28.20);
    IncidentStory story = at("a", west).called("13812345678");
    lookup.note(story.incident());
    story.located(east, FixSource.CONFIRMED);
    lookup.note(story.incident());

    Personal nobody = new Personal("none");
    assertThat(lookup.find(east, nobody)).hasSize(1);
    assertThat(lookup.find(west, nobody)).as("its first fix is still one of it").hasSize(1);

    story.closed(Outcome.NO_PATIENT);
    lookup.note(story.incident());
    assertThat(lookup.find(east, new Personal("13812345678"))).isEqualTo(Set.of());
    assertThat(lookup.find(west, nobody)).isEmpty();
  }
}
