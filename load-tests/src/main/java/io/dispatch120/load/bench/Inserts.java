package io.dispatch120.load.bench;

import io.dispatch120.load.Postgres;

/**
 * What the references insert for a command: as many rows as the product was measured to insert, in
 * one statement and one commit, without any lock, lookup or index beyond the primary key. So no
 * honest product can be faster by doing less.
 */
record Inserts(int rows) {
  static final String DATABASE = "reference";

  /** Bytes of text in a row, about what an event of the journal has. */
  private static final int TEXT = 300;

  /** Makes the reference's database and table on the same server. */
  String prepare(Postgres postgres) {
    String url = postgres.newDatabase(DATABASE);
    postgres.execute(
        DATABASE,
        "create table entry (id bigint generated always as identity primary key, data text);"
            + " grant all on entry to public");
    return url;
  }

  String sql() {
    return "insert into entry (data) select repeat('x', %d) from generate_series(1, %d)"
        .formatted(TEXT, rows);
  }
}
