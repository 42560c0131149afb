package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AssignmentEvents.MilestoneReached;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentReopened;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
  private static final DataKey KEY = DataKey.random();

  /** One filled event of every record below the sealed root, and of the events beside it. */
  static Stream<DispatchEvent> everyEvent() {
    List<Class<?>> records = new ArrayList<>();
    collect(IncidentEvent.class, records);
    collect(RoadEvent.class, records);
    collect(CardEvent.class, records);
    collect(HospitalEvent.class, records);
    records.add(UnitAvailabilityChanged.class);
    records.add(CatalogueChanged.class);
    return records.stream()
        .flatMap(
            type ->
                type == MilestoneReached.class
                    ? MilestoneReached.types().keySet().stream().map(EventCodecTest::reached)
                    : Stream.of((DispatchEvent) SampleRecords.record(type)));
  }

  private static void collect(Class<?> sealed, List<Class<?>> records) {
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        records.add(permitted);
      } else {
        collect(permitted, records);
      }
    }
  }

  private static DispatchEvent reached(Milestone milestone) {
    return new MilestoneReached(
        new AssignmentId("as-1"), new UnitId("A01"), milestone, MilestoneSource.CREW, null, false);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void readsEveryEventAsItWasWritten(DispatchEvent event) {
    String stored = EventCodec.encode(event, KEY);

    assertThat(EventCodec.decode(event.type(), stored, KEY)).isEqualTo(event);
  }

  @Test
  void knowsNoNameWithoutAnEvent() {
    Set<String> names = new HashSet<>();
    everyEvent().forEach(event -> names.add(event.type()));

    assertThat(EventTypes.all().keySet()).isEqualTo(names);
  }

  @Test
  void storesPersonalTextsSealedAndNeverTwiceTheSame() {
    IncidentReopened event = new IncidentReopened(new Personal("张三 13800001234"));

    String stored = EventCodec.encode(event, KEY);

    assertThat(stored).matches("\\{\"reason\":\\{\"enc\":\"[A-Za-z0-9+/=]+\"}}");
    assertThat(EventCodec.encode(event, KEY)).isNotEqualTo(stored);
  }

  @Test
  void showsPersonalTextsAsErasedWhenTheKeyIsDestroyed() {
    String stored = EventCodec.encode(new IncidentReopened(new Personal("secret")), KEY);

    assertThat(EventCodec.decode("incident_reopened", stored, null))
        .isEqualTo(new IncidentReopened(Personal.ERASED));
  }

  @Test
  void keepsNoPersonalTextWithoutAKey() {
    String stored = EventCodec.encode(new IncidentReopened(new Personal("secret")), null);

    assertThat(stored).doesNotContain("secret");
    assertThat(EventCodec.decode("incident_reopened", stored, KEY))
        .isEqualTo(new IncidentReopened(Personal.ERASED));
  }

  @Test
  void refusesTextsOfAnotherKey() {
    String stored = EventCodec.encode(new IncidentReopened(new Personal("secret")), KEY);

    assertThatThrownBy(() -> EventCodec.decode("incident_reopened", stored, DataKey.random()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesPlainPersonalTextsAndUnknownTypes() {
    assertThatThrownBy(() -> EventCodec.decode("incident_reopened", "{\"reason\":\"plain\"}", KEY))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> EventCodec.decode("incident_teleported", "{}", KEY))
        .hasMessageContaining("incident_teleported");
  }

  @Test
  void passesOverFieldsOfANewerVersion() {
    assertThat(
            EventCodec.decode(
                "catalogue_changed", "{\"catalogue\":\"aeds\",\"entries\":3,\"by\":\"x\"}", null))
        .isEqualTo(new CatalogueChanged("aeds", 3));
  }

  @Test
  void unwrapsAKeyOnlyInTheContextItWasWrappedFor() {
    DataKey wrapping = DataKey.random();
    byte[] wrapped = wrapping.wrap(KEY, "xiangjiang/i-1");

    assertThat(wrapping.unwrap(wrapped, "xiangjiang/i-1").open(KEY.seal("text"))).isEqualTo("text");
    assertThatThrownBy(() -> wrapping.unwrap(wrapped, "xiangjiang/i-2"))
        .isInstanceOf(IllegalStateException.class);
  }
}
