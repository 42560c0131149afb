package io.dispatch120.dispatch.importing;

import io.dispatch120.geo.api.LngLat;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row that can be used, on its way to an entry.
 *
 * @param givenId the list's own id for it, null when it has none
 * @param name for comparing with others
 * @param detail where exactly, for comparing with others; empty when not said
 * @param identity what tells it from others when the list has no ids
 * @param position null for what has none of its own
 * @param build makes the entry of an id; from the entry there is, what the list does not say is
 *     kept
 */
record Draft<T>(
    int row,
    @Nullable String givenId,
    String name,
    String detail,
    List<String> identity,
    @Nullable LngLat position,
    Remarks remarks,
    BiFunction<String, @Nullable T, T> build) {}
