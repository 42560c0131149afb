package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.dispatch120.dispatch.api.Id;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson how the product's vocabulary reads, so that the vocabulary itself needs no
 * annotations: enums in lower snake_case, an {@link Id} as its text (also as a key of a map), and
 * which fields are written even when they are null.
 */
final class VocabularyIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /**
   * {@code openNow: null} means that the opening hours are not known, {@code nextCursor: null} that
   * the page is the last one.
   */
  private static final Set<String> WRITTEN_WHEN_NULL = Set.of("openNow", "nextCursor");

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
    for (int i = 0; i < values.length; i++) {
      names[i] = values[i].name().toLowerCase(Locale.ROOT);
    }
    return names;
  }

  @Override
  public @Nullable Boolean hasAsValue(Annotated annotated) {
    return annotated instanceof AnnotatedMember member
            && Id.class.isAssignableFrom(member.getDeclaringClass())
            && member.getName().equals("value")
        ? Boolean.TRUE
        : super.hasAsValue(annotated);
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedConstructor constructor
            && Id.class.isAssignableFrom(constructor.getDeclaringClass())
        ? JsonCreator.Mode.DELEGATING
        : super.findCreatorAnnotation(config, annotated);
  }

  @Override
  public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
    return annotated instanceof AnnotatedMember && WRITTEN_WHEN_NULL.contains(annotated.getName())
        ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
        : super.findPropertyInclusion(annotated);
  }
}
