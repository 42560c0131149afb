package io.dispatch120.app.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The demo's list of AEDs. */
final class DemoAeds {
  private DemoAeds() {}

  static List<AedInfo> read(InputStream in) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().map(DemoAeds::aed).toList();
    }
  }

  private static AedInfo aed(NamedCsvRecord row) {
    String checked = find(row, "lastCheckedAt");
    AedSite site =
        new AedSite(
            row.getField("id"),
            row.getField("name"),
            new LngLat(
                Double.parseDouble(row.getField("lng")), Double.parseDouble(row.getField("lat"))),
            find(row, "building"),
            find(row, "floor"),
            find(row, "placement"),
            find(row, "openingHours"),
            find(row, "hoursText"),
            AedAccess.valueOf(row.getField("access").toUpperCase(Locale.ROOT)),
            AedReadiness.valueOf(row.getField("readiness").toUpperCase(Locale.ROOT)),
            checked == null ? null : Instant.parse(checked));
    return new AedInfo(
        site, find(row, "custodian"), find(row, "custodianPhone"), row.getField("source"));
  }

  private static @Nullable String find(NamedCsvRecord row, String field) {
    String value = row.getField(field);
    return value.isBlank() ? null : value;
  }
}
