package io.dispatch120.dispatch.api;

/** 接收 or 无法接收. */
public enum EscalationAnswer {
  ACCEPTED,
  CANNOT_ACCEPT
}
