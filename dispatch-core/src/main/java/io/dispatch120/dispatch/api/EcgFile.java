package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an electrocardiogram's file once all of it is here.
 *
 * @param format {@code image}, {@code pdf}, {@code aecg}, {@code scp} or {@code csv}
 * @param sha256 of the content, in lower-case hexadecimal: the name it is stored under
 * @param recordedAt when the device recorded it, where the file or the crew says so and its clock
 *     can be right
 * @param warnings codes, such as {@code sex_differs}
 */
public record EcgFile(
    EcgId id,
    String format,
    String contentType,
    @Nullable Personal fileName,
    String sha256,
    long sizeBytes,
    @Nullable Instant recordedAt,
    List<String> warnings) {
  public EcgFile {
    warnings = List.copyOf(warnings);
  }
}
