package io.dispatch120.dispatch.api;

/** Who wrote a message between caller, dispatch centre and crew. */
public enum MessageSender {
  CALLER,
  DISPATCHER,
  CREW
}
