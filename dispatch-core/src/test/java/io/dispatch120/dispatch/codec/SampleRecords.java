package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.api.Id;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a record of any of our types with every field filled, by reflection. */
final class SampleRecords {
  private SampleRecords() {}

  static Object sample(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Object> arguments =
          Arrays.stream(generic.getActualTypeArguments()).map(SampleRecords::sample).toList();
      if (generic.getRawType() == List.class) {
        return List.of(arguments.get(0));
      }
      if (generic.getRawType() == Set.class) {
        return Set.of(arguments.get(0));
      }
      return Map.of(arguments.get(0), arguments.get(1));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class || raw == Object.class) {
      return "文字 \"quoted\" \u0001";
    } else if (raw == Instant.class) {
      return Instant.parse("2026-11-22T08:15:30.123456Z");
    } else if (raw == int.class || raw == Integer.class) {
      return 7;
    } else if (raw == long.class || raw == Long.class) {
      return 9_007_199_254_740_993L;
    } else if (raw == double.class || raw == Double.class) {
      return 28.123456789;
    } else if (raw == boolean.class || raw == Boolean.class) {
      return true;
    } else if (raw.isEnum()) {
      return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
    }
    return record(raw);
  }

  static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Id.class.isAssignableFrom(type)
            ? new Object[] {"编号 \"7\""}
            : Arrays.stream(components).map(c -> sample(c.getGenericType())).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new AssertionError("no sample of " + type, e);
    }
  }
}
