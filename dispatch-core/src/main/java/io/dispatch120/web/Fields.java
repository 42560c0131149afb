package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object that the contract has found valid, into the types of the
 * domain.
 *
 * @param at its own name within the body, empty for the body itself
 */
public record Fields(JsonNode node, String at) {
  static final Fields NONE = new Fields(MissingNode.getInstance(), "");

  public boolean has(String name) {
    return node.has(name);
  }

  /** The name of a field as a problem shows it. */
  public String nameOf(String field) {
    return Schema.child(at, field);
  }

  public String text(String name) {
    return node.get(name).textValue();
  }

  public @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  public Personal personal(String name) {
    return new Personal(text(name));
  }

  public @Nullable Personal personalOrNull(String name) {
    return Personal.of(textOrNull(name));
  }

  public double number(String name) {
    return node.get(name).doubleValue();
  }

  public @Nullable Double numberOrNull(String name) {
    return has(name) ? (Double) number(name) : null;
  }

  public int integer(String name) {
    return node.get(name).intValue();
  }

  public @Nullable Integer integerOrNull(String name) {
    return has(name) ? (Integer) integer(name) : null;
  }

  public boolean flag(String name, boolean otherwise) {
    return has(name) ? node.get(name).booleanValue() : otherwise;
  }

  public Instant instant(String name) {
    return SchemaRules.instant(text(name));
  }

  public @Nullable Instant instantOrNull(String name) {
    return has(name) ? instant(name) : null;
  }

  /** Of an enum field: its value, written in snake_case. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
  }

  public <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
    return has(name) ? choice(name, type) : null;
  }

  public Fields object(String name) {
    return new Fields(node.get(name), nameOf(name));
  }

  /** The objects of an array field. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode entry : node.path(name)) {
      objects.add(new Fields(entry, nameOf(name) + "[" + objects.size() + "]"));
    }
    return objects;
  }
}
