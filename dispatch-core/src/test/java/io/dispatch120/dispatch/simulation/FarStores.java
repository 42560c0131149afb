package io.dispatch120.dispatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.board.ManualLoop;
import io.dispatch120.dispatch.command.PageTexts;
import io.dispatch120.dispatch.command.Paging;
import io.dispatch120.dispatch.command.TextMessages;
import io.dispatch120.dispatch.fleet.TrackStore;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.PageStore;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.journal.TimerStore;
import io.dispatch120.dispatch.node.Stores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The stores as one node reaches them over a bad line: questions and answers take their time, get
 * lost, and come back on a thread that is not the loop. Of an append whose answer is lost nobody
 * knows whether it was made.
 */
final class FarStores {
  private final Chaos chaos;
  private final ManualLoop loop;

  private FarStores(Chaos chaos, ManualLoop loop) {
    this.chaos = chaos;
    this.loop = loop;
  }

  static Stores of(InMemoryStorage storage, Chaos chaos, ManualLoop loop) {
    FarStores far = new FarStores(chaos, loop);
    return new Stores(
        far.far(Journal.class, storage.journal()),
        far.far(IncidentStore.class, storage.incidents()),
        far.far(BoardSource.class, storage.boards()),
        far.far(TimerStore.class, storage.timers()),
        far.far(TrackStore.class, storage.tracks()),
        far.far(CatalogueStore.class, storage.catalogues()));
  }

  static Paging paging(InMemoryStorage storage, Chaos chaos, ManualLoop loop) {
    return new Paging(
        new FarStores(chaos, loop).far(PageStore.class, storage.pages()),
        new TextMessages(),
        PageTexts.of("zh-CN"),
        storage.tokens()::token,
        () -> Optional.of(TextMessages.URL));
  }

  private <T> T far(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              boolean changes = method.getName().equals("append");
              if (changes) {
                assertThat(loop.running()).as("appends are made on the loop").isTrue();
              }
              return ask(() -> invoke(store, method, arguments), changes);
            }));
  }

  private Future<?> ask(Supplier<Future<?>> question, boolean changes) {
    Promise<Object> answer = Promise.promise();
    chaos.time.after(
        chaos.way(),
        () -> {
          if (chaos.databaseAway()) {
            answer.fail(new StorageUnavailable("refused", false, null));
          } else if (chaos.once(40)) {
            answer.fail(new StorageUnavailable("lost on the way there", changes, null));
          } else {
            Future<?> done = question.get();
            chaos.time.after(chaos.way(), () -> comeBack(done, answer, changes));
          }
        });
    return answer.future();
  }

  private void comeBack(Future<?> done, Promise<Object> answer, boolean changes) {
    if (chaos.once(40)) {
      answer.fail(new StorageUnavailable("lost on the way back", changes, null));
    } else if (done.succeeded()) {
      answer.complete(done.result());
    } else {
      answer.fail(done.cause());
    }
  }

  private static Future<?> invoke(Object store, Method method, Object[] arguments) {
    try {
      method.setAccessible(true);
      return (Future<?>) method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      return Future.failedFuture(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
