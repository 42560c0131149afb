package io.dispatch120.dispatch.api;

/** Why nobody gets through. */
public enum ClosureCause {
  /** 封闭: by the police, after an accident, for no reason of its own kind. */
  CLOSED,
  /** 积水. */
  FLOODED,
  /** 施工. */
  CONSTRUCTION,
  /** 活动: a market, a run, a parade. */
  EVENT
}
