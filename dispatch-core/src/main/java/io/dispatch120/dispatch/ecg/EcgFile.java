package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarning;
import java.util.List;

/**
 * What a file is.
 *
 * @param contentType how it is served: {@code image/jpeg}, {@code image/png}, {@code
 *     application/pdf}, else {@code application/octet-stream}, so that no browser runs it
 */
public record EcgFile(EcgFormat format, String contentType, List<EcgWarning> warnings) {}
