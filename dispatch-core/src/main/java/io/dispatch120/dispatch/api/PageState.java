package io.dispatch120.dispatch.api;

/** What became of a text message. */
public enum PageState {
  WAITING,
  DELIVERED,
  FAILED,
  /** Somebody had answered before it was sent. */
  DROPPED
}
