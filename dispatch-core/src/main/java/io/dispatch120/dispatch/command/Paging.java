package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.journal.PageStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every centre of a node pages hospitals with.
 *
 * @param token from the id of a link to what stands in its address
 * @param publicUrl where phones reach the edge, without a slash at its end; empty until that is
 *     known, and nothing is sent before
 */
public record Paging(
    PageStore pages,
    SmsPort sms,
    PageTexts texts,
    Function<String, String> token,
    Supplier<Optional<String>> publicUrl) {}
