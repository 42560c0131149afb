package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.HolidaysFile;
import io.dispatch120.app.cli.StartReport;
import io.dispatch120.app.cli.StartReport.Account;
import io.dispatch120.app.cli.StartReport.Place;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.map.Maps;
import io.dispatch120.dispatch.adapter.postgres.Installation;
import io.dispatch120.geo.hours.HolidayCalendar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed once a node serves. */
final class Reports {
  private Reports() {}

  static StartReport of(
      Configuration configuration,
      Servers servers,
      Path dataDirectory,
      Installation installation,
      Maps maps,
      HolidayCalendar holidays) {
    String console = Servers.url(configuration, servers.ports().http());
    String edge = Servers.url(configuration, servers.ports().edge());
    List<Place> places = new ArrayList<>();
    places.add(new Place("Console", console));
    places.add(new Place("Crew page", edge + "/crew"));
    places.add(new Place("AED page", edge + "/aed"));
    if (configuration.mode() == Mode.DEMO && configuration.sms().isEmpty()) {
      places.add(
          new Place("Text messages", console + "/api/v1/demo/text-messages, once signed in"));
    }
    places.add(new Place("API description", console + "/api/openapi.yaml"));
    places.add(
        new Place(
            "Metrics and health", "http://127.0.0.1:" + servers.ports().management() + "/metrics"));
    places.add(new Place("Map", maps.describe().orElse("none; ./dispatch120 import map FILE")));
    places.add(new Place("Data", dataDirectory.toString()));
    return new StartReport(
        "dispatch120 " + configuration.mode().name().toLowerCase(Locale.ROOT),
        sinceStart().toMillis(),
        places,
        configuration.mode() == Mode.DEMO ? demoAccounts() : List.of(),
        warnings(configuration, installation, maps, holidays));
  }

  private static Duration sinceStart() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }

  private static List<Account> demoAccounts() {
    return List.of(
        new Account("dispatcher", "demo-dispatcher", "takes calls and sends units"),
        new Account("supervisor", "demo-supervisor", "corrects, reopens, reads the journal"),
        new Account("observer", "demo-observer", "sees the board without personal data"),
        new Account(
            "a04", "demo-crew", "the crew of A04, which is not simulated; a01 … a24 likewise"),
        new Account("xiangya3", "demo-hospital", "a hospital's desk; the other hospitals likewise"),
        new Account("integration", "demo-integration", "reads the event feed"));
  }

  private static List<String> warnings(
      Configuration configuration, Installation installation, Maps maps, HolidayCalendar holidays) {
    List<String> warnings = new ArrayList<>(maps.warnings());
    HolidaysFile.warning(holidays, LocalDate.now(ZoneOffset.UTC)).ifPresent(warnings::add);
    if (configuration.plainTextOnNetwork()) {
      warnings.add(
          "no TLS on "
              + configuration.bind()
              + ": passwords travel in clear and phones share no position."
              + " Set DISPATCH120_TLS_CERT and DISPATCH120_TLS_KEY, or put a proxy with TLS in front.");
    }
    if (configuration.sms().isEmpty() && configuration.mode() == Mode.SERVE) {
      warnings.add(
          "no gateway for text messages: hospital contacts with the channel sms are not paged, and"
              + " each page is an alert to telephone. Set DISPATCH120_SMS=http.");
    }
    if (installation.keyInDatabase() && configuration.mode() == Mode.SERVE) {
      warnings.add(
          "the master key lies in the database: whoever copies the database can read callers' data."
              + " Set DISPATCH120_MASTER_KEY_FILE before the first start to keep it apart.");
    }
    return warnings;
  }
}
