package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.web.Schema.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The keywords of JSON Schema that the contract uses, each as a rule. */
final class SchemaRules {
  static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "enum",
          "minLength",
          "maxLength",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minItems",
          "maxItems",
          "items",
          "properties",
          "required",
          "additionalProperties",
          "minProperties",
          "maxProperties");

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.*");

  private static final int NAME_LENGTH = 64;

  private SchemaRules() {}

  static Rule type(List<String> allowed) {
    String message = "must be " + String.join(" or ", allowed);
    return (value, at, findings) -> {
      for (String type : allowed) {
        if (hasType(value, type)) {
          return;
        }
      }
      findings.add(at, message);
    };
  }

  private static boolean hasType(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "number" -> value.isNumber() && Double.isFinite(value.doubleValue());
      case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
      default -> throw new IllegalStateException("no such type: " + type);
    };
  }

  static Rule oneOf(Set<String> allowed) {
    String message = "must be one of " + String.join(", ", allowed);
    return (value, at, findings) -> {
      if (!allowed.contains(value.asText())) {
        findings.add(at, message);
      }
    };
  }

  /** PostgreSQL holds neither NUL nor half a surrogate pair. */
  static Rule storableText() {
    return (value, at, findings) -> {
      if (value.isTextual() && !storable(value.textValue())) {
        findings.add(at, "must be text without NUL and unpaired surrogates");
      }
    };
  }

  private static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** In characters as people count them, not UTF-16 units. */
  static Rule length(int least, int most) {
    String message =
        most == Integer.MAX_VALUE
            ? "must have at least " + least + " characters"
            : "must have " + least + " to " + most + " characters";
    return (value, at, findings) -> {
      if (value.isTextual()) {
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
          findings.add(at, message);
        }
      }
    };
  }

  static Rule pattern(Pattern pattern) {
    String message = "must match " + pattern.pattern().replace("\\z", "$");
    return (value, at, findings) -> {
      if (value.isTextual() && !pattern.matcher(value.textValue()).find()) {
        findings.add(at, message);
      }
    };
  }

  static Rule format(String format) {
    return switch (format) {
      case "date-time" ->
          (value, at, findings) -> {
            if (value.isTextual() && !isInstant(value.textValue())) {
              findings.add(at, "must be a time like 2026-01-31T08:00:00Z, with its offset");
            }
          };
      case "uuid" ->
          (value, at, findings) -> {
            if (value.isTextual() && !UUID_TEXT.matcher(value.textValue()).matches()) {
              findings.add(at, "must be a UUID");
            }
          };
      // Says how large a number is stored; the limits are given beside it.
      case "int32", "int64", "double", "password", "uri" -> (value, at, findings) -> {};
      default -> throw new IllegalStateException("the contract uses an unknown format: " + format);
    };
  }

  private static boolean isInstant(String text) {
    try {
      return FOUR_DIGIT_YEAR.matcher(text).matches() && instant(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * The instant of a text that passed {@code format: date-time}, in microseconds as it is stored.
   */
  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  static Rule minimum(double least, boolean exclusive) {
    String message = "must be " + (exclusive ? "more than " : "at least ") + plain(least);
    return (value, at, findings) -> {
      if (value.isNumber()
          && (exclusive ? !(value.doubleValue() > least) : !(value.doubleValue() >= least))) {
        findings.add(at, message);
      }
    };
  }

  static Rule maximum(double most, boolean exclusive) {
    String message = "must be " + (exclusive ? "less than " : "at most ") + plain(most);
    return (value, at, findings) -> {
      if (value.isNumber()
          && (exclusive ? !(value.doubleValue() < most) : !(value.doubleValue() <= most))) {
        findings.add(at, message);
      }
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  static Rule size(int least, int most) {
    String message = "must have " + least + " to " + most + " entries";
    return (value, at, findings) -> {
      if (value.isArray() && (value.size() < least || value.size() > most)) {
        findings.add(at, message);
      }
    };
  }

  static Rule items(Schema item) {
    return (value, at, findings) -> {
      for (int i = 0; i < value.size() && !findings.full(); i++) {
        item.check(value.get(i), at + "[" + i + "]", findings);
      }
    };
  }

  /** Objects whose names are data: names as short and plain as an identity's, values of a kind. */
  static Rule map(Schema value) {
    return (object, at, findings) -> {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = field.getKey();
        if (findings.full()) {
          return;
        }
        if (name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
          findings.add(at, "has a name that is too long or not printable");
        } else {
          value.check(field.getValue(), Schema.child(at, name), findings);
        }
      }
    };
  }

  static Rule object(Map<String, Schema> properties, List<String> required, boolean closed) {
    return (value, at, findings) -> {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        Schema schema = properties.get(field.getKey());
        if (schema != null) {
          schema.check(field.getValue(), Schema.child(at, field.getKey()), findings);
        } else if (closed) {
          findings.add(Schema.child(at, field.getKey()), "is not known");
        }
      }
      for (String name : required) {
        if (!value.has(name)) {
          findings.add(Schema.child(at, name), "is missing");
        }
      }
    };
  }
}
