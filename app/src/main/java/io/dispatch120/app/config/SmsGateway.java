package io.dispatch120.app.config;

import java.net.URI;

/**
 * Where text messages go.
 *
 * @param url may hold a key: not to be shown
 * @param template of the body, JSON
 * @param secret what requests are signed with
 */
public record SmsGateway(URI url, String template, String secret) {
  /** When no file is given. */
  static final String USUAL_TEMPLATE =
      "{\"to\": \"${to}\", \"text\": \"${text}\", \"id\": \"${id}\"}";

  @Override
  public String toString() {
    return "SmsGateway[" + url.getHost() + "]";
  }
}
