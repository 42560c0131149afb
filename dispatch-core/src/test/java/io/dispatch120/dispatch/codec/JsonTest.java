package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private record Fields(IncidentId id, Instant at, int count, AedAccess access) {}

  private record Person(Personal phone, Personal name) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        BoardView.class,
        LocatorView.class,
        CrewAssignmentView.class,
        SessionUser.class,
        LocationReport.class,
        UnitPosition.class,
        AedView.class,
        Catalogue.HospitalInfo.class,
        Catalogue.AedInfo.class,
        Catalogue.UnitInfo.class,
        Catalogue.CenterInfo.class
      })
  void readsViewsAsTheyWereWritten(Class<?> type) throws JsonProcessingException {
    Object sample = SampleRecords.record(type);

    assertThat(Json.wire().readValue(Json.wire().writeValueAsString(sample), type))
        .isEqualTo(sample);
  }

  @Test
  void writesTheVocabularyAsTheContractSays() throws JsonProcessingException {
    Fields fields =
        new Fields(
            new IncidentId("i-1"),
            Instant.parse("2026-11-22T08:15:30.123456789Z"),
            3,
            AedAccess.PUBLIC);

    assertThat(Json.wire().writeValueAsString(fields))
        .isEqualTo(
            "{\"id\":\"i-1\",\"at\":\"2026-11-22T08:15:30.123456Z\",\"count\":3,"
                + "\"access\":\"public\"}");
    assertThat(Json.wire().writeValueAsString(Map.of(Milestone.EN_ROUTE, new LngLat(112.9, 28.2))))
        .isEqualTo("{\"en_route\":{\"lng\":112.9,\"lat\":28.2}}");
    assertThat(Json.wire().writeValueAsString(Map.of(new UnitId("A12"), 1)))
        .isEqualTo("{\"A12\":1}");
  }

  @Test
  void writesOpenNowEvenWhenItIsUnknownAndLeavesOutOtherNulls() throws JsonProcessingException {
    AedView aed =
        new AedView(
            "a",
            "A",
            new LngLat(1, 2),
            null,
            null,
            null,
            null,
            null,
            AedAccess.PUBLIC,
            null,
            AedReadiness.OK,
            null,
            null,
            null,
            null,
            null);

    assertThat(Json.wire().writeValueAsString(aed))
        .isEqualTo(
            "{\"id\":\"a\",\"name\":\"A\",\"position\":{\"lng\":1.0,\"lat\":2.0},"
                + "\"access\":\"public\",\"openNow\":null,\"readiness\":\"ok\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unknown field  | {\"id\":\"i\",\"count\":1,\"nope\":1}",
        "repeated field | {\"id\":\"i\",\"count\":1,\"count\":1}",
        "missing number | {\"id\":\"i\"}",
        "null number    | {\"id\":\"i\",\"count\":null}",
        "text as number | {\"id\":\"i\",\"count\":\"1\"}",
        "float as int   | {\"id\":\"i\",\"count\":1.5}",
        "number as id   | {\"id\":1,\"count\":1}",
        "empty id       | {\"id\":\"\",\"count\":1}",
        "object as id   | {\"id\":{\"value\":\"i\"},\"count\":1}",
        "time as number | {\"id\":\"i\",\"count\":1,\"at\":1}",
        "bad time       | {\"id\":\"i\",\"count\":1,\"at\":\"yesterday\"}",
        "far year       | {\"id\":\"i\",\"count\":1,\"at\":\"+300000-01-01T00:00:00Z\"}",
        "local time     | {\"id\":\"i\",\"count\":1,\"at\":\"2026-11-22T08:15:30\"}",
        "upper enum     | {\"id\":\"i\",\"count\":1,\"access\":\"PUBLIC\"}",
        "enum as number | {\"id\":\"i\",\"count\":1,\"access\":0}",
        "unknown enum   | {\"id\":\"i\",\"count\":1,\"access\":\"nobody\"}",
        "trailing text  | {\"id\":\"i\",\"count\":1} {}",
      })
  void refusesBadInput(String why, String json) {
    assertThatThrownBy(() -> Json.wire().readValue(json, Fields.class))
        .as(why)
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesPositionsOffTheEarthAndHalfOnes() {
    for (String json : new String[] {"{\"lng\":181,\"lat\":0}", "{\"lng\":1}", "{}", "[1,2]"}) {
      assertThatThrownBy(() -> Json.wire().readValue(json, LngLat.class))
          .as(json)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> Json.wire().readTree("[".repeat(100) + "]".repeat(100)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void readsTimesWithAnOffsetInUtc() throws JsonProcessingException {
    assertThat(Json.wire().readValue("\"2026-11-22T16:15:30+08:00\"", Instant.class))
        .isEqualTo(Instant.parse("2026-11-22T08:15:30Z"));
  }

  @Test
  void hasNoFormForDurations() {
    assertThatThrownBy(() -> Json.wire().writeValueAsString(Duration.ofSeconds(1)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void masksPhonesAndHidesAllElseFromRolesWithoutPersonalData() throws JsonProcessingException {
    Person person = new Person(new Personal("+86 138 0000 1234"), new Personal("张三"));

    assertThat(Json.masked().writeValueAsString(person))
        .isEqualTo("{\"phone\":\"+86****1234\",\"name\":\"***\"}");
    assertThat(Json.wire().writeValueAsString(person)).contains("138 0000 1234", "张三");
  }

  @Test
  void writesEventsWithTheirFieldsOnly() throws JsonProcessingException {
    assertThat(Json.wire().writeValueAsString(SampleRecords.record(UnitAvailabilityChanged.class)))
        .doesNotContain("type");
  }
}
