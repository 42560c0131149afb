package io.dispatch120.dispatch.adapter.sms;

import io.dispatch120.dispatch.api.SentTextView;
import io.dispatch120.dispatch.command.SentTexts;
import io.dispatch120.dispatch.command.SmsPort;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text messages where there is no gateway: a line in the log, without what would let its reader
 * answer, and for a demo the last ones in memory. Only a demo takes that for sending; elsewhere
 * every message fails for good, so that somebody picks up the telephone. Thread-safe.
 */
public final class LogSms implements SmsPort, SentTexts {
  private static final Logger LOG = LoggerFactory.getLogger(LogSms.class);

  /** What fits a screen that somebody trying the demo scrolls through. */
  private static final int KEPT = 200;

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern TOKEN = Pattern.compile("(https?://\\S*/)[^/\\s]+");

  private final boolean demo;
  private final InstantSource clock;
  private final Deque<SentTextView> kept = new ArrayDeque<>();

  /**
   * @param demo takes the log for sending, and keeps the messages
   */
  public LogSms(boolean demo, InstantSource clock) {
    this.demo = demo;
    this.clock = clock;
  }

  @Override
  public Future<Void> send(Sms sms) {
    LOG.info(
        "text_message id={} to={} sent={} text=\"{}\"",
        sms.id(),
        sms.to().masked(),
        demo,
        TOKEN.matcher(sms.text()).replaceAll("$1…"));
    if (!demo) {
      return Future.failedFuture(new NotSent("no text-message gateway is set up", true));
    }
    keep(sms);
    return Future.succeededFuture();
  }

  private synchronized void keep(Sms sms) {
    Matcher link = LINK.matcher(sms.text());
    // As a gateway drops a repetition.
    kept.removeIf(earlier -> earlier.id().equals(sms.id()));
    kept.addFirst(
        new SentTextView(
            sms.id(),
            sms.to().masked(),
            sms.text(),
            link.find() ? link.group() : null,
            clock.instant()));
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
  }

  @Override
  public synchronized List<SentTextView> listSent() {
    return List.copyOf(kept);
  }
}
