package io.dispatch120.geo.basemap;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tags mean for the map (https://wiki.openstreetmap.org/wiki/Map_features), and from which
 * zoom on it is in tiles.
 */
final class Tagging {
  /** Set by whoever makes a map by hand: rank 1 to 4 of a label. */
  private static final String OWN_RANK = "dispatch120:rank";

  private static final Map<String, String> ROADS =
      Map.ofEntries(
          Map.entry("motorway", "motorway"),
          Map.entry("motorway_link", "motorway"),
          Map.entry("trunk", "trunk"),
          Map.entry("trunk_link", "trunk"),
          Map.entry("primary", "primary"),
          Map.entry("primary_link", "primary"),
          Map.entry("secondary", "secondary"),
          Map.entry("secondary_link", "secondary"),
          Map.entry("tertiary", "tertiary"),
          Map.entry("tertiary_link", "tertiary"),
          Map.entry("residential", "local"),
          Map.entry("unclassified", "local"),
          Map.entry("living_street", "local"),
          Map.entry("road", "local"),
          Map.entry("pedestrian", "local"),
          Map.entry("service", "local"));
  private static final Map<String, Integer> ROAD_ZOOMS =
      Map.of("motorway", 6, "trunk", 6, "primary", 8, "secondary", 10, "tertiary", 11, "local", 13);

  private static final Set<String> GREEN_LEISURE = Set.of("park", "garden", "golf_course");
  private static final Set<String> GREEN_LANDUSE =
      Set.of("forest", "recreation_ground", "village_green", "cemetery");

  private Tagging() {}

  /** Something to draw. */
  record Drawn(GroundLayer layer, int minZoom, Traits traits) {}

  /** Roads, and rivers and streams that are no areas. */
  static @Nullable Drawn line(Map<String, String> tags) {
    String highway = tags.get("highway");
    if (highway != null) {
      return road(highway, tags);
    }
    String waterway = tags.get("waterway");
    if (waterway == null || underground(tags)) {
      return null;
    }
    return switch (waterway) {
      case "river" -> new Drawn(GroundLayer.WATERWAYS, 9, Traits.NONE);
      case "canal" -> new Drawn(GroundLayer.WATERWAYS, 11, Traits.NONE);
      case "stream" -> new Drawn(GroundLayer.WATERWAYS, 13, Traits.NONE);
      default -> null;
    };
  }

  private static @Nullable Drawn road(String highway, Map<String, String> tags) {
    String kind = ROADS.get(highway);
    if (kind == null || "yes".equals(tags.get("area"))) {
      return null;
    }
    int zoom = ROAD_ZOOMS.getOrDefault(kind, 14);
    if (highway.equals("service") || highway.endsWith("_link")) {
      zoom = Math.min(14, Math.max(zoom + 2, highway.equals("service") ? 14 : 11));
    }
    Traits traits = new Traits(kind, name(tags), nameEn(tags), underground(tags), 0);
    return new Drawn(GroundLayer.ROADS, zoom, traits);
  }

  private static boolean underground(Map<String, String> tags) {
    String tunnel = tags.get("tunnel");
    return tunnel != null && !tunnel.equals("no");
  }

  /** Water and green. */
  static @Nullable Drawn area(Map<String, String> tags) {
    String natural = tags.getOrDefault("natural", "");
    String landuse = tags.getOrDefault("landuse", "");
    String leisure = tags.getOrDefault("leisure", "");
    if (natural.equals("water")
        || natural.equals("wetland")
        || landuse.equals("reservoir")
        || landuse.equals("basin")
        || "riverbank".equals(tags.get("waterway"))) {
      return new Drawn(GroundLayer.WATER, BaseMap.MIN_ZOOM, Traits.NONE);
    }
    if (natural.equals("wood")
        || GREEN_LANDUSE.contains(landuse)
        || GREEN_LEISURE.contains(leisure)) {
      return new Drawn(GroundLayer.GREEN, 8, Traits.NONE);
    }
    return null;
  }

  /** The label of a node. */
  static @Nullable Drawn label(Map<String, String> tags) {
    return name(tags).isEmpty() ? null : label(tags, ownRank(tags, nodeRank(tags)));
  }

  /** The label of an area of this size; rivers have none, they are too long for one. */
  static @Nullable Drawn label(Map<String, String> tags, double hectares) {
    if (name(tags).isEmpty()) {
      return null;
    }
    int rank = 0;
    if ("park".equals(tags.get("leisure"))) {
      rank = hectares >= 20 ? 3 : hectares >= 2 ? 4 : 0;
    } else if ("university".equals(tags.get("amenity"))) {
      rank = 3;
    } else if ("water".equals(tags.get("natural")) && !flows(tags)) {
      rank = hectares >= 100 ? 3 : hectares >= 5 ? 4 : 0;
    }
    return label(tags, ownRank(tags, rank));
  }

  private static boolean flows(Map<String, String> tags) {
    return Set.of("river", "stream", "canal").contains(tags.getOrDefault("water", ""));
  }

  private static @Nullable Drawn label(Map<String, String> tags, int rank) {
    if (rank == 0) {
      return null;
    }
    int zoom = new int[] {0, BaseMap.MIN_ZOOM, 10, 12, 13}[rank];
    Traits traits = new Traits("", name(tags), nameEn(tags), false, rank);
    return new Drawn(GroundLayer.PLACES, zoom, traits);
  }

  private static int ownRank(Map<String, String> tags, int otherwise) {
    String own = tags.getOrDefault(OWN_RANK, "");
    return own.matches("[1-4]") ? Integer.parseInt(own) : otherwise;
  }

  private static int nodeRank(Map<String, String> tags) {
    int place =
        switch (tags.getOrDefault("place", "")) {
          case "city", "district", "borough" -> 1;
          case "town", "suburb" -> 2;
          case "village", "quarter" -> 3;
          case "neighbourhood", "hamlet" -> 4;
          default -> 0;
        };
    if (place > 0) {
      return place;
    }
    if ("station".equals(tags.get("railway"))) {
      return "subway".equals(tags.get("station")) ? 4 : 3;
    }
    if ("university".equals(tags.get("amenity"))) {
      return 3;
    }
    return "park".equals(tags.get("leisure")) || "peak".equals(tags.get("natural")) ? 4 : 0;
  }

  /** From which zoom on a border of this level is drawn; 0 = never. */
  static int borderZoom(String adminLevel) {
    return switch (adminLevel) {
      case "2", "3", "4" -> BaseMap.MIN_ZOOM;
      case "5" -> 7;
      case "6" -> 8;
      case "7", "8" -> 10;
      default -> 0;
    };
  }

  /** Whether a map says of this road that it was made for a demo. */
  static boolean demo(Map<String, String> tags) {
    return "demo".equals(tags.get("source"));
  }

  private static String name(Map<String, String> tags) {
    String chinese = tags.get("name:zh");
    return chinese != null ? chinese : tags.getOrDefault("name", "");
  }

  private static String nameEn(Map<String, String> tags) {
    return tags.getOrDefault("name:en", "");
  }
}
