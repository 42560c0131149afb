package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.journal.StoragePorts;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A gateway that remembers, and that fails as a test says. */
public final class TextMessages implements SmsPort {
  public static final String URL = "https://120.test";

  public final List<Sms> sent = new CopyOnWriteArrayList<>();

  /** Whether it is known where phones reach the edge. */
  public volatile boolean ready = true;

  /** What the next attempts end with; success when there is none left. */
  public final Deque<Supplier<Future<Void>>> ends = new ArrayDeque<>();

  @Override
  public synchronized Future<Void> send(Sms sms) {
    sent.add(sms);
    Supplier<Future<Void>> end = ends.poll();
    return end == null ? Future.succeededFuture() : end.get();
  }

  /** Pages by this gateway what waits in the storage. */
  public Paging over(StoragePorts storage) {
    return new Paging(
        storage.pages(),
        this,
        PageTexts.of("zh-CN"),
        storage.tokens()::token,
        () -> ready ? Optional.of(URL) : Optional.empty());
  }
}
