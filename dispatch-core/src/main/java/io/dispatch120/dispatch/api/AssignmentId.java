package io.dispatch120.dispatch.api;

/** Identity of an assignment (任务). */
public record AssignmentId(String value) implements Id {
  public AssignmentId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
