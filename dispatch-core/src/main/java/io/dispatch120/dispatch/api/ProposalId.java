package io.dispatch120.dispatch.api;

/** Identity of a proposal to put a triage card in force (分诊卡启用申请). */
public record ProposalId(String value) implements Id {
  public ProposalId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
