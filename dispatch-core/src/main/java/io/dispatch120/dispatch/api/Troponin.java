package io.dispatch120.dispatch.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A troponin test at the bedside or in a village clinic (POCT).
 *
 * @param test such as {@code hs-cTnT} or {@code cTnI}
 * @param value as the device shows it, such as {@code 52} or {@code <3}
 * @param unit such as {@code ng/L}
 * @param positive as the device or the reader judges it; null when nobody did
 */
public record Troponin(
    String test,
    String value,
    String unit,
    @Nullable Boolean positive,
    @Nullable Instant drawnAt,
    Instant resultAt) {}
