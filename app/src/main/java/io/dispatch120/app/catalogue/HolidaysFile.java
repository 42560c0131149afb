package io.dispatch120.app.catalogue;

import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.hours.HolidayCalendar;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** The public holidays that opening hours go by: those of this build, or an operator's file. */
public final class HolidaysFile {
  /** From when on the next year is missed: its order is out by then. */
  private static final int WARN_IN_MONTH = 12;

  private HolidaysFile() {}

  /**
   * The calendar of a file, or the one that is built in.
   *
   * @throws StartFailure when something in it cannot be used; it names the line
   */
  public static HolidayCalendar read(Optional<Path> file) {
    if (file.isEmpty()) {
      return HolidayCalendar.china();
    }
    try (Reader text = Files.newBufferedReader(file.get())) {
      HolidayCalendar.Reading reading = HolidayCalendar.read(text);
      return reading
          .calendar()
          .orElseThrow(
              () ->
                  new StartFailure(
                      "holidays " + file.get() + ": " + reading.errors().get(0),
                      "Correct the line, or leave DISPATCH120_HOLIDAYS out."));
    } catch (IOException e) {
      throw new StartFailure(
          "holidays " + file.get() + " can not be read",
          "Name a readable UTF-8 file with DISPATCH120_HOLIDAYS, or leave it out.",
          e);
    }
  }

  /** What to do about a year that the calendar does not know; empty when there is nothing to do. */
  public static Optional<String> warning(HolidayCalendar holidays, LocalDate today) {
    int needed = today.getMonthValue() >= WARN_IN_MONTH ? today.getYear() + 1 : today.getYear();
    return holidays.covers(needed)
        ? Optional.empty()
        : Optional.of(
            "the public holidays of "
                + needed
                + " are not known: AEDs whose hours depend on them count as \"hours unknown\" then."
                + " Name a file with DISPATCH120_HOLIDAYS; see docs/operations.md.");
  }
}
