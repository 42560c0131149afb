package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Proves a centre's journal: numbers without a gap from 1 to the head, recorded times that never
 * run backwards, and a hash chain that ends in the head's hash. Computes the hashes by itself, not
 * in the database. Reads the whole journal of one snapshot in pages; memory does not grow with it.
 */
public final class JournalVerifier {
  private static final int PAGE = 1_000;
  private static final String HEAD = "select seq, hash from journal_head where center = $1";
  private static final String ROWS =
      "select seq, id, type, at, recorded_at, actor, incident_id, unit_id, data, hash"
          + " from journal where center = $1 and seq > $2 order by seq limit "
          + PAGE;

  private final PostgresPool pool;

  JournalVerifier(PostgresPool pool) {
    this.pool = pool;
  }

  /** What the verification found. */
  public sealed interface Result {
    /**
     * @param head hash of the last entry in hex, to be compared with one noted elsewhere
     */
    record Intact(long entries, String head) implements Result {}

    record Broken(long seq, String why) implements Result {}
  }

  /** Fails with {@link IllegalArgumentException} for an unknown centre. */
  public Future<Result> verify(CenterId center) {
    return pool.snapshot(
        db ->
            db.preparedQuery(HEAD)
                .execute(Tuple.of(center.value()))
                .compose(
                    heads -> {
                      for (Row head : heads) {
                        byte[] hash = head.getBuffer("hash").getBytes();
                        return pages(db, new Chain(center), head.getLong("seq"), hash);
                      }
                      return Future.failedFuture(
                          new IllegalArgumentException("unknown center " + center));
                    }));
  }

  private static Future<Result> pages(SqlConnection db, Chain chain, long headSeq, byte[] head) {
    return db.preparedQuery(ROWS)
        .execute(Tuple.of(chain.center.value(), chain.seq))
        .compose(
            rows -> {
              Result.Broken broken = chain.follow(rows);
              if (broken != null) {
                return Future.succeededFuture(broken);
              }
              return rows.size() == PAGE
                  ? pages(db, chain, headSeq, head)
                  : Future.succeededFuture(chain.end(headSeq, head));
            });
  }

  /** The chain as far as it has been followed. */
  private static final class Chain {
    private final CenterId center;
    private final MessageDigest sha256 = sha256();
    private long seq;
    private byte[] hash = sha256.digest(new byte[0]);
    private Instant recordedAt = Instant.MIN;

    Chain(CenterId center) {
      this.center = center;
    }

    Result.@Nullable Broken follow(RowSet<Row> rows) {
      for (Row row : rows) {
        long found = row.getLong("seq");
        if (found != seq + 1) {
          return new Result.Broken(seq + 1, "it is missing; the next one is " + found);
        }
        byte[] expected = step(row);
        if (!MessageDigest.isEqual(expected, row.getBuffer("hash").getBytes())) {
          return new Result.Broken(found, "its hash does not fit what is stored");
        }
        Instant recorded = JournalRows.instant(row, "recorded_at");
        if (recorded.isBefore(recordedAt)) {
          return new Result.Broken(found, "it was recorded before the one in front of it");
        }
        seq = found;
        hash = expected;
        recordedAt = recorded;
      }
      return null;
    }

    Result end(long headSeq, byte[] head) {
      if (seq < headSeq) {
        return new Result.Broken(seq + 1, "it is missing; the head is at " + headSeq);
      }
      if (seq > headSeq) {
        return new Result.Broken(headSeq + 1, "it lies behind the head");
      }
      return MessageDigest.isEqual(hash, head)
          ? new Result.Intact(seq, HexFormat.of().formatHex(hash))
          : new Result.Broken(seq, "its hash is not the head's");
    }

    /** The hash of a row: over the one before and every column, each with its length in bytes. */
    private byte[] step(Row row) {
      sha256.update(hash);
      add(center.value());
      add(Long.toString(row.getLong("seq")));
      add(row.getUUID("id").toString());
      add(row.getString("type"));
      add(micros(JournalRows.instant(row, "at")));
      add(micros(JournalRows.instant(row, "recorded_at")));
      add(row.getString("actor"));
      add(row.getString("incident_id"));
      add(row.getString("unit_id"));
      add(row.getString("data"));
      return sha256.digest();
    }

    private void add(@Nullable String text) {
      if (text == null) {
        sha256.update((byte) '-');
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
      }
    }

    private static String micros(Instant at) {
      return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 does not work on this Java", e);
      }
    }
  }
}
