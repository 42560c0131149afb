package io.dispatch120.app.map;

import io.dispatch120.app.config.StartFailure;
import io.dispatch120.geo.api.RoadClass;
import io.dispatch120.geo.api.RoadSpeeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Road speeds as a YAML file; the one that is built in, {@code /road-speeds.yaml}, shows the form.
 */
final class SpeedsFile {
  private static final String BUILT_IN = "/road-speeds.yaml";
  private static final int MAX_BYTES = 256 * 1024;
  private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

  private final String name;

  private SpeedsFile(String name) {
    this.name = name;
  }

  /**
   * The speeds of a file, or the ones that are built in.
   *
   * @throws StartFailure when something in it cannot be used; it names the key
   */
  static RoadSpeeds read(Optional<Path> file) {
    try {
      if (file.isEmpty()) {
        try (InputStream in =
            Objects.requireNonNull(SpeedsFile.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
          return parse(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      if (Files.size(file.get()) > MAX_BYTES) {
        throw new StartFailure(
            "road speeds " + file.get() + " are larger than 256 KiB", "Name a smaller file.");
      }
      return parse(file.get().toString(), Files.readString(file.get()));
    } catch (IOException e) {
      throw new StartFailure(
          "road speeds " + file.map(Path::toString).orElse(BUILT_IN) + " can not be read",
          "Name a readable UTF-8 file with DISPATCH120_ROAD_SPEEDS, or leave it out.",
          e);
    }
  }

  static RoadSpeeds parse(String name, String text) {
    return new SpeedsFile(name).parse(text);
  }

  private RoadSpeeds parse(String text) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw bad("is no YAML (" + firstLine(e) + ")", e);
    }
    Map<?, ?> map = map(root, "the file");
    only(map, "the file", "topSpeedKmh", "walkingMetersPerSecond", "source", "factors", "slots");
    try {
      return new RoadSpeeds(
          number(map, "topSpeedKmh"),
          factors(map.get("factors"), "factors"),
          slots(map.get("slots")),
          number(map, "walkingMetersPerSecond"),
          text(map, "source"));
    } catch (IllegalArgumentException e) {
      throw bad("can not be used: " + e.getMessage(), e);
    }
  }

  private List<RoadSpeeds.Slot> slots(@Nullable Object given) {
    List<RoadSpeeds.Slot> slots = new ArrayList<>();
    if (given == null) {
      return slots;
    }
    if (!(given instanceof List<?> list)) {
      throw bad("needs a list for slots", null);
    }
    for (Object item : list) {
      String where = "slot " + (slots.size() + 1);
      Map<?, ?> slot = map(item, where);
      only(slot, where, "name", "days", "from", "to", "factor", "factors");
      slots.add(
          new RoadSpeeds.Slot(
              text(slot, "name"),
              days(text(slot, "days")),
              time(text(slot, "from")),
              time(text(slot, "to")),
              number(slot, "factor"),
              factors(slot.get("factors"), where + " factors")));
    }
    return slots;
  }

  private Map<RoadClass, Double> factors(@Nullable Object given, String where) {
    Map<RoadClass, Double> factors = new EnumMap<>(RoadClass.class);
    if (given == null) {
      return factors;
    }
    Map<?, ?> map = map(given, where);
    for (Object key : map.keySet()) {
      try {
        factors.put(
            RoadClass.valueOf(String.valueOf(key).toUpperCase(Locale.ROOT)),
            number(map, String.valueOf(key)));
      } catch (IllegalArgumentException e) {
        throw bad(
            "has an unknown class of road \"" + key + "\" in " + where + "; known are " + classes(),
            e);
      }
    }
    return factors;
  }

  private static String classes() {
    List<String> names = new ArrayList<>();
    for (RoadClass each : RoadClass.values()) {
      names.add(each.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", names);
  }

  /** Such as {@code Mo-Fr}, {@code Sa,Su} or {@code Mo-Su}. */
  private Set<DayOfWeek> days(String text) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", 2);
      int from = DAYS.indexOf(ends[0]);
      int to = DAYS.indexOf(ends[ends.length - 1]);
      if (from < 0 || to < from) {
        throw bad("has days \"" + text + "\"; allowed are such as Mo-Fr or Sa,Su", null);
      }
      for (int day = from; day <= to; day++) {
        days.add(DayOfWeek.of(day + 1));
      }
    }
    return days;
  }

  private LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw bad("has the time \"" + text + "\"; write it in quotes, such as \"07:00\"", e);
    }
  }

  private double number(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw bad("needs a number for " + key, null);
  }

  private String text(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw bad("needs a text for " + key, null);
  }

  private Map<?, ?> map(@Nullable Object given, String where) {
    if (given instanceof Map<?, ?> map) {
      return map;
    }
    throw bad("needs key: value lines in " + where, null);
  }

  private void only(Map<?, ?> map, String where, String... keys) {
    for (Object key : map.keySet()) {
      if (!List.of(keys).contains(String.valueOf(key))) {
        throw bad(
            "has an unknown key \""
                + key
                + "\" in "
                + where
                + "; known are "
                + String.join(", ", keys),
            null);
      }
    }
  }

  private StartFailure bad(String what, @Nullable Throwable cause) {
    String message = "road speeds " + name + " " + what;
    String hint = "Correct the file, or leave DISPATCH120_ROAD_SPEEDS out.";
    return cause == null ? new StartFailure(message, hint) : new StartFailure(message, hint, cause);
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
