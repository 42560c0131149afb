package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.codec.EventCodec;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.road.ClosedRoad;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures of a centre, each from one snapshot of the database. */
public final class PostgresBoardSource implements BoardSource {
  private static final String HEAD =
      "select seq, clock_timestamp() as at from journal_head where center = $1";

  /** Open, or closed with something left to settle: an alert, or a crew that was not told yet. */
  private static final String OPEN =
      JournalRows.SELECT
          + "where j.center = $1 and j.incident_id in ("
          + "select id from incident where center = $1 and closed_at is null"
          + " union select incident_id from alert where center = $1 and not cleared"
          + " union select incident_id from timer where center = $1) order by j.seq";

  private static final String UNITS =
      "select u.id, u.info::text as info, u.duty, u.reason, u.expected_back_at, u.last_seq,"
          + " s.info::text as station, a.id as assignment_id, a.incident_id"
          + " from unit u join station s on s.center = u.center and s.id = u.station"
          + " left join assignment a"
          + " on a.center = u.center and a.unit_id = u.id and a.ended_at is null"
          + " where u.center = $1 ";

  private static final String SEQ_AT = "select journal_seq_at($1, $2) as seq";

  /** Incidents that were opened by then, and are open now or were touched later. */
  private static final String OPEN_AT =
      JournalRows.SELECT
          + "join incident i on i.center = j.center and i.id = j.incident_id"
          + " where j.center = $1 and j.seq <= $2 and i.opened_seq <= $2"
          + " and (i.closed_at is null or i.last_seq > $2) order by j.seq";

  private static final String UNITS_AT =
      "select u.id, u.info::text as info, s.info::text as station,"
          + " coalesce((select max(j.seq) from journal j where j.center = u.center"
          + " and j.unit_id = u.id and j.seq <= $2), 0) as last_seq,"
          + " (select j.data from journal j where j.center = u.center and j.unit_id = u.id"
          + " and j.seq <= $2 and j.type = 'unit_availability_changed'"
          + " order by j.seq desc limit 1) as declared"
          + " from unit u join station s on s.center = u.center and s.id = u.station"
          + " where u.center = $1 order by u.id";

  private static final String ROADS =
      JournalRows.SELECT
          + "join road_closure r on r.center = j.center and r.closed_seq = j.seq"
          + " where j.center = $1 and r.closed_seq <= $2"
          + " and (r.opened_seq is null or r.opened_seq > $2) order by j.seq";

  /** The last entry about roads by then. */
  private static final String ROADS_SEQ =
      "select coalesce(max(greatest(r.closed_seq,"
          + " case when r.opened_seq <= $2 then r.opened_seq end)), 0) as seq"
          + " from road_closure r where r.center = $1 and r.closed_seq <= $2";

  /** Every entry about triage cards by then: a few a year. */
  private static final String CARDS =
      JournalRows.SELECT
          + "join triage_card_entry c on c.center = j.center and c.seq = j.seq"
          + " where c.center = $1 and c.seq <= $2 order by j.seq";

  private static final String NOTICES = JournalRows.SELECT + NoticeRows.WHERE;

  private final PostgresPool pool;
  private final IncidentKeys keys;

  PostgresBoardSource(PostgresPool pool, IncidentKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  @Override
  public Future<Picture> load(CenterId center) {
    return pool.snapshot(
        db -> present(db, center).compose(picture -> withNotices(db, center, picture)));
  }

  private Future<Picture> withNotices(SqlConnection db, CenterId center, Picture picture) {
    return rows(db, NOTICES, NoticeRows.upTo(center, picture))
        .map(rows -> picture.with(NoticeRows.fold(JournalRows.entries(center, rows, keys))));
  }

  private Future<Picture> present(SqlConnection db, CenterId center) {
    Tuple of = Tuple.of(center.value());
    return rows(db, HEAD, of)
        .compose(
            head ->
                rows(db, OPEN, of)
                    .compose(
                        open ->
                            rows(db, UNITS + "order by u.id", of)
                                .compose(
                                    units ->
                                        ground(db, center, Long.MAX_VALUE)
                                            .map(
                                                ground ->
                                                    picture(center, head, open, units, ground)))));
  }

  private Picture picture(
      CenterId center, RowSet<Row> heads, RowSet<Row> open, RowSet<Row> unitRows, Ground ground) {
    List<Unit> units = new ArrayList<>();
    unitRows.forEach(row -> units.add(unit(center, row)));
    for (Row head : heads) {
      return new Picture(
          head.getLong("seq"),
          JournalRows.instant(head, "at"),
          incidents(center, open),
          units,
          ground.roads(),
          ground.cards());
    }
    throw new IllegalArgumentException("unknown center " + center);
  }

  @Override
  public Future<Picture> loadAt(CenterId center, Instant at) {
    return pool.snapshot(
        db -> past(db, center, at).compose(picture -> withNotices(db, center, picture)));
  }

  private Future<Picture> past(SqlConnection db, CenterId center, Instant at) {
    Tuple when = Tuple.of(center.value(), at.atOffset(ZoneOffset.UTC));
    return rows(db, SEQ_AT, when)
        .map(found -> found.iterator().next().getLong("seq"))
        .compose(
            seq ->
                rows(db, OPEN_AT, Tuple.of(center.value(), seq))
                    .compose(
                        open ->
                            rows(db, UNITS_AT, Tuple.of(center.value(), seq))
                                .compose(
                                    units ->
                                        ground(db, center, seq)
                                            .map(
                                                ground ->
                                                    past(center, at, seq, open, units, ground)))));
  }

  private Picture past(
      CenterId center,
      Instant at,
      long seq,
      RowSet<Row> open,
      RowSet<Row> unitRows,
      Ground ground) {
    List<Incident> incidents = incidents(center, open);
    Map<UnitId, Incident> busy = new HashMap<>();
    for (Incident incident : incidents) {
      incident.liveAssignments().forEach(live -> busy.put(live.unitId(), incident));
    }
    List<Unit> units = new ArrayList<>();
    for (Row row : unitRows) {
      Unit unit =
          new Unit(
              new UnitId(row.getString("id")),
              center,
              Documents.profile(row.getString("info"), row.getString("station")),
              Unit.DutyState.ON_DUTY,
              row.getLong("last_seq"),
              null,
              null);
      String declared = row.getString("declared");
      if (declared != null
          && EventCodec.decode("unit_availability_changed", declared, null)
              instanceof UnitAvailabilityChanged change) {
        unit = change.applyTo(unit);
      }
      units.add(assigned(unit, busy.get(unit.id())));
    }
    return new Picture(seq, at, incidents, units, ground.roads(), ground.cards());
  }

  /** What holds for the whole centre, right after an entry. */
  private record Ground(ClosedRoads roads, CardApprovals cards) {}

  private Future<Ground> ground(SqlConnection db, CenterId center, long seq) {
    return roads(db, center, seq)
        .compose(roads -> cards(db, center, seq).map(cards -> new Ground(roads, cards)));
  }

  private Future<CardApprovals> cards(SqlConnection db, CenterId center, long seq) {
    return rows(db, CARDS, Tuple.of(center.value(), seq))
        .map(
            rows -> {
              CardApprovals cards = CardApprovals.NONE;
              for (JournalEntry entry : JournalRows.entries(center, rows, keys)) {
                cards = cards.with((CardEvent) entry.event(), entry.stamp());
              }
              return cards;
            });
  }

  /** What was closed right after entry {@code seq}, folded from the entries that closed it. */
  private Future<ClosedRoads> roads(SqlConnection db, CenterId center, long seq) {
    Tuple when = Tuple.of(center.value(), seq);
    return rows(db, ROADS_SEQ, when)
        .map(found -> found.iterator().next().getLong("seq"))
        .compose(
            revision ->
                rows(db, ROADS, when)
                    .map(
                        rows ->
                            new ClosedRoads(
                                JournalRows.entries(center, rows, keys).stream()
                                    .map(entry -> closed(entry))
                                    .toList(),
                                revision)));
  }

  private static ClosedRoad closed(JournalEntry entry) {
    return ClosedRoad.of((RoadEvent.RoadClosed) entry.event(), entry.stamp());
  }

  private static Unit assigned(Unit unit, @Nullable Incident incident) {
    if (incident == null) {
      return unit;
    }
    return incident.liveAssignments().stream()
        .filter(live -> live.unitId().equals(unit.id()))
        .map(Assignment::id)
        .findFirst()
        .map(id -> unit.assigned(id, incident.id()))
        .orElse(unit);
  }

  @Override
  public Future<Optional<Unit>> findUnit(CenterId center, UnitId id) {
    return pool.read(UNITS + "and u.id = $2", Tuple.of(center.value(), id.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(unit(center, row));
              }
              return Optional.empty();
            });
  }

  private List<Incident> incidents(CenterId center, RowSet<Row> rows) {
    return JournalRows.fold(JournalRows.entries(center, rows, keys)).stream()
        .filter(incident -> !incident.closed() || incident.unsettled())
        .toList();
  }

  private static Unit unit(CenterId center, Row row) {
    Unit unit =
        new Unit(
            new UnitId(row.getString("id")),
            center,
            Documents.profile(row.getString("info"), row.getString("station")),
            new Unit.DutyState(
                Duty.valueOf(row.getString("duty").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                JournalRows.findInstant(row, "expected_back_at")),
            row.getLong("last_seq"),
            null,
            null);
    String assignment = row.getString("assignment_id");
    return assignment == null
        ? unit
        : unit.assigned(new AssignmentId(assignment), new IncidentId(row.getString("incident_id")));
  }

  private static Future<RowSet<Row>> rows(SqlConnection db, String sql, Tuple arguments) {
    return db.preparedQuery(sql).execute(arguments);
  }
}
