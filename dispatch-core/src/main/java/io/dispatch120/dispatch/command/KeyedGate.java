package io.dispatch120.dispatch.command;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets work that shares a key run one after the other, in the order it came; other work runs at
 * once. That saves this node from conflicts with itself; correctness never depends on it. Used on
 * one thread.
 *
 * <p>Taking all keys of a ticket in one step, in arrival order, makes waiting in a circle
 * impossible.
 */
final class KeyedGate {
  private final Map<Object, ArrayDeque<Ticket>> queues = new HashMap<>();
  private int waiting;

  private static final class Ticket {
    private final List<Object> keys;
    private final Runnable work;
    private boolean started;

    Ticket(List<Object> keys, Runnable work) {
      this.keys = keys;
      this.work = work;
    }
  }

  /** Work that has not finished. */
  int size() {
    return waiting;
  }

  <T> Future<T> run(Set<?> keys, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    Ticket[] self = new Ticket[1];
    self[0] = new Ticket(List.copyOf(keys), () -> start(self[0], work, done));
    waiting++;
    for (Object key : self[0].keys) {
      queues.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(self[0]);
    }
    runIfFirst(self[0]);
    return done.future();
  }

  private <T> void start(Ticket ticket, Supplier<Future<T>> work, Promise<T> done) {
    Future<T> result;
    try {
      result = work.get();
    } catch (RuntimeException bug) {
      result = Future.failedFuture(bug);
    }
    result.onComplete(
        end -> {
          release(ticket);
          done.handle(end);
        });
  }

  private void release(Ticket ticket) {
    waiting--;
    for (Object key : ticket.keys) {
      ArrayDeque<Ticket> queue = queues.get(key);
      if (queue != null) {
        queue.remove(ticket);
        if (queue.isEmpty()) {
          queues.remove(key);
        }
      }
    }
    for (Object key : ticket.keys) {
      ArrayDeque<Ticket> queue = queues.get(key);
      if (queue != null) {
        runIfFirst(queue.getFirst());
      }
    }
  }

  private void runIfFirst(Ticket ticket) {
    if (ticket.started) {
      return;
    }
    for (Object key : ticket.keys) {
      ArrayDeque<Ticket> queue = queues.get(key);
      if (queue != null && queue.peekFirst() != ticket) {
        return;
      }
    }
    ticket.started = true;
    ticket.work.run();
  }
}
