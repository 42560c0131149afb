package io.dispatch120.app.node;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.SmsGateway;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.adapter.sms.HttpSms;
import io.dispatch120.dispatch.adapter.sms.LogSms;
import io.dispatch120.dispatch.adapter.sms.SmsTemplate;
import io.dispatch120.dispatch.command.SentTexts;
import io.dispatch120.dispatch.command.SmsPort;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How text messages leave this node.
 *
 * @param shown what a demo shows of them; empty elsewhere
 */
record TextMessaging(SmsPort sms, Optional<SentTexts> shown) {

  static TextMessaging of(Vertx vertx, Configuration configuration) {
    Optional<SmsGateway> gateway = configuration.sms();
    if (gateway.isPresent()) {
      return new TextMessaging(http(vertx, gateway.get()), Optional.empty());
    }
    boolean demo = configuration.mode() == Mode.DEMO;
    LogSms log = new LogSms(demo, InstantSource.system());
    return new TextMessaging(log, demo ? Optional.of(log) : Optional.empty());
  }

  private static SmsPort http(Vertx vertx, SmsGateway gateway) {
    try {
      return new HttpSms(
          vertx,
          gateway.url(),
          SmsTemplate.parse(gateway.template()),
          gateway.secret().getBytes(StandardCharsets.UTF_8),
          InstantSource.system());
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "the file of DISPATCH120_SMS_TEMPLATE can not be used: " + e.getMessage(),
          "It is a JSON object with ${to}, ${text} and ${id} in its texts.",
          e);
    }
  }
}
