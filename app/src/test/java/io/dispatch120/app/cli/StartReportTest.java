package io.dispatch120.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartReportTest {

  @Test
  void alignsPlacesAndAccountsAndEndsWithTheWarnings() {
    StartReport report =
        new StartReport(
            "dispatch120 demo",
            4234,
            List.of(
                new StartReport.Place("Console", "http://127.0.0.1:8120/"),
                new StartReport.Place("Data", "/data")),
            List.of(new StartReport.Account("a01", "demo-crew", "crew of A01")),
            List.of("no TLS"));
    assertThat(report.lines())
        .containsExactly(
            "",
            "dispatch120 demo is ready after 4.2 s. Ctrl+C stops it.",
            "",
            "  Console  http://127.0.0.1:8120/",
            "  Data     /data",
            "",
            "  Demo accounts (user, password)",
            "    a01  demo-crew  crew of A01",
            "",
            "WARNING: no TLS");
  }
}
